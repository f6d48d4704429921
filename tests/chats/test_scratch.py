from tests.chats import saved
from bot.services.plan import built
from bot.services.desk import Desk
from datetime import timedelta
async def test_a(rui):
    await rui.at("2026-11-27 20:30")
    await rui.hears("as planned, rpe 3")
    await rui.hears("/settings")
    await rui.taps("Pause")
    await rui.at("2026-12-20 10:00")
    d = await saved.dossier(rui)
    async with rui.stage.coach.database.read() as unit:
        desk = Desk(unit, rui.stage.coach.content, rui.stage.clock.now(), 42, 42)
        print(built(desk, d, d.account.profile, d.today+timedelta(days=1)))
    print(d.log)

# Build the wheel with its dependencies in one stage, run it unprivileged in another.
FROM python:3.11-slim-trixie AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY core core
COPY migrations migrations
RUN python -m venv /opt/nextgear && /opt/nextgear/bin/pip install --no-cache-dir .

FROM python:3.11-slim-trixie
# pg_dump and pg_restore, for backups of PostgreSQL
RUN apt-get update \
    && apt-get install -y --no-install-recommends postgresql-client \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin nextgear \
    && install -d -o nextgear -g nextgear /data
COPY --from=build /opt/nextgear /opt/nextgear
ENV PATH=/opt/nextgear/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DATABASE_URL=sqlite:////data/nextgear.db \
    MPLCONFIGDIR=/data/.matplotlib
USER nextgear
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["nextgear", "health"]
ENTRYPOINT ["nextgear"]
CMD ["run"]

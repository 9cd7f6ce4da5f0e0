#!/bin/sh
# Run once by PostgreSQL's image on an empty directory: the role that owns and migrates, the one that runs, the database.
set -eu
psql --no-psqlrc -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner_password="$VARNA_OWNER_PASSWORD" -v app_password="$VARNA_APP_PASSWORD" <<'SQL'
CREATE ROLE varna_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE varna_app LOGIN PASSWORD :'app_password';
CREATE DATABASE varna OWNER varna_owner ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE varna FROM PUBLIC;
GRANT CONNECT ON DATABASE varna TO varna_app;
SQL

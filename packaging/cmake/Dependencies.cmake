# Every external library, found once. Names are Debian 12's packages.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(tl-expected REQUIRED)              # libexpected-dev
find_package(nlohmann_json 3.11 REQUIRED)       # nlohmann-json3-dev
find_package(spdlog REQUIRED)                   # libspdlog-dev
find_package(Boost 1.74 REQUIRED)               # libboost-dev (headers: Asio, Beast)
find_package(OpenSSL 3 REQUIRED)                # libssl-dev
find_package(CURL REQUIRED)                     # libcurl4-openssl-dev
pkg_check_modules(YAMLCPP REQUIRED IMPORTED_TARGET yaml-cpp)   # libyaml-cpp-dev
pkg_check_modules(CARES REQUIRED IMPORTED_TARGET libcares)     # libc-ares-dev
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)            # libre2-dev
find_package(SQLite3 REQUIRED)                  # libsqlite3-dev
find_package(PostgreSQL REQUIRED)               # libpq-dev
find_package(date REQUIRED)                     # libhowardhinnant-date-dev
find_library(SOCI_CORE soci_core REQUIRED)      # libsoci-dev
find_library(SOCI_SQLITE3 soci_sqlite3 REQUIRED)
find_library(SOCI_POSTGRESQL soci_postgresql REQUIRED)
add_library(vigie_soci INTERFACE)
target_link_libraries(vigie_soci INTERFACE ${SOCI_CORE} ${SOCI_SQLITE3} ${SOCI_POSTGRESQL}
    SQLite::SQLite3 PostgreSQL::PostgreSQL)
# SOCI's PostgreSQL backend header includes <libpq-fe.h>, which Debian keeps in its own folder.
target_include_directories(vigie_soci SYSTEM INTERFACE ${PostgreSQL_INCLUDE_DIRS})

if(VIGIE_GUI)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network WebSockets Svg DBus Concurrent LinguistTools)
    find_package(Qt6Keychain REQUIRED)          # qtkeychain-qt6-dev
    find_package(simdjson REQUIRED)             # libsimdjson-dev
endif()
if(VIGIE_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Test)
endif()

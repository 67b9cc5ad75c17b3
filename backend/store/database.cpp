// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/database.h"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <deque>
#include <unordered_map>

namespace vigie {

// Not in an anonymous namespace: a member of Database::Session has this type, which g++ warns about in unity builds.

/// What SOCI reads from and writes to; the address must stay.
struct BoundSlot {
    std::string text;
    long long number {0};
    soci::indicator indicator {soci::i_ok};
};

/// A prepared statement with the memory it is bound to.
class PreparedStatement {
public:
    PreparedStatement(soci::session &session, const Statement &statement)
        : m_kinds(statement.columns)
        , m_parameterKinds(statement.parameters)
        , m_parameters(statement.parameters.size())
        , m_columns(statement.columns.size())
        , m_statement(session)
    {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (m_kinds[i] == 't')
                m_statement.exchange(soci::into(m_columns[i].text, m_columns[i].indicator));
            else
                m_statement.exchange(soci::into(m_columns[i].number, m_columns[i].indicator));
        }
        for (std::size_t i = 0; i < m_parameters.size(); ++i) {
            if (m_parameterKinds[i] == 't')
                m_statement.exchange(soci::use(m_parameters[i].text, m_parameters[i].indicator));
            else
                m_statement.exchange(soci::use(m_parameters[i].number, m_parameters[i].indicator));
        }
        m_statement.alloc();
        m_statement.prepare(std::string(statement.sql));
        m_statement.define_and_bind();
    }

    std::vector<Row> run(std::span<const Parameter> parameters)
    {
        if (parameters.size() != m_parameters.size())
            throw soci::soci_error("wrong number of parameters");
        for (std::size_t i = 0; i < parameters.size(); ++i)
            bind(m_parameters[i], m_parameterKinds[i], parameters[i]);
        std::vector<Row> rows;
        // Reads to the end: an open cursor would hold SQLite's snapshot.
        for (bool more = m_statement.execute(true); more && !m_columns.empty(); more = m_statement.fetch())
            rows.push_back(take());
        return rows;
    }

private:
    static void bind(BoundSlot &slot, char kind, const Parameter &parameter)
    {
        slot.indicator = soci::i_ok;
        if (std::holds_alternative<std::monostate>(parameter))
            slot.indicator = soci::i_null;
        else if (kind == 't')
            slot.text = dialect::encodeText(std::get<std::string_view>(parameter));
        else
            slot.number = std::get<std::int64_t>(parameter);
    }

    Row take()
    {
        std::vector<Cell> cells(m_columns.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            cells[i].isNull = m_columns[i].indicator == soci::i_null;
            if (cells[i].isNull)
                continue;
            if (m_kinds[i] == 't')
                cells[i].text = dialect::decodeText(std::move(m_columns[i].text));
            else
                cells[i].number = m_columns[i].number;
        }
        return Row(std::move(cells));
    }

    std::string_view m_kinds;
    std::string_view m_parameterKinds;
    std::deque<BoundSlot> m_parameters;
    std::deque<BoundSlot> m_columns;
    soci::statement m_statement;
};

struct Database::Session {
    DatabaseKind kind;
    soci::session soci;
    std::unordered_map<const char *, std::unique_ptr<PreparedStatement>> statements; // before `soci` in destruction
};

Database::Database(std::unique_ptr<Session> session)
    : m_session(std::move(session))
{
}

Database::~Database() = default;

DatabaseKind Database::kind() const
{
    return m_session->kind;
}

Result<std::unique_ptr<Database>> Database::connect(const DatabaseAddress &address, const SessionOptions &options)
{
    auto session = std::make_unique<Session>();
    session->kind = address.kind;
    try {
        const std::string connection = dialect::connectionString(address, options);
        if (address.kind == DatabaseKind::Sqlite)
            session->soci.open(soci::sqlite3, connection);
        else
            session->soci.open(soci::postgresql, connection);
        dialect::logNotices(address.kind, session->soci);
    } catch (const std::exception &exception) {
        return tl::unexpected(dialect::describe(address.kind, exception, nullptr).error);
    }
    std::unique_ptr<Database> database(new Database(std::move(session)));
    for (const std::string &sql : dialect::sessionSetup(address.kind, options)) {
        if (auto done = database->execute(sql); !done)
            return tl::unexpected(std::move(done.error()));
    }
    return database;
}

Result<std::vector<Row>> Database::query(const Statement &statement, std::span<const Parameter> parameters)
{
    const char *key = statement.sql.data();
    try {
        auto &prepared = m_session->statements[key];
        if (!prepared)
            prepared = std::make_unique<PreparedStatement>(m_session->soci, statement);
        return prepared->run(parameters);
    } catch (const std::exception &exception) {
        Error error = failed(exception);
        const auto found = m_session->statements.find(key);
        if (found != m_session->statements.end() && (!found->second || dialect::failureEndsStatement(m_session->kind)))
            m_session->statements.erase(found);
        return tl::unexpected(std::move(error));
    }
}

Result<> Database::run(const Statement &statement, std::initializer_list<Parameter> parameters)
{
    if (auto rows = query(statement, parameters); !rows)
        return tl::unexpected(std::move(rows.error()));
    return {};
}

Result<> Database::execute(const std::string &sql)
{
    try {
        m_session->soci << sql;
        return {};
    } catch (const std::exception &exception) {
        return tl::unexpected(failed(exception));
    }
}

void Database::rollback()
{
    const Fault before = m_fault;
    static_cast<void>(execute("ROLLBACK"));
    m_fault = before;
}

Error Database::failed(const std::exception &exception)
{
    Failure failure = dialect::describe(m_session->kind, exception, &m_session->soci);
    m_fault = std::max(m_fault, failure.fault);
    return std::move(failure.error);
}

} // namespace vigie

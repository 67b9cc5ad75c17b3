// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/dialect.h"

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vigie {

/// One statement, the same text for every database. Parameters are `:name`, each name once, bound in the order in
/// which they stand. One letter tells the kind of each: 't' text, 'i' 64-bit integer.
struct Statement {
    std::string_view sql;
    std::string_view parameters;
    std::string_view columns;
};

/// NULL, an integer, or text (encoded by the session, see dialect::encodeText).
using Parameter = std::variant<std::monostate, std::int64_t, std::string_view>;

/// One value that was read.
struct Cell {
    std::string text;
    std::int64_t number {0};
    bool isNull {false};
};

class Row {
public:
    explicit Row(std::vector<Cell> cells)
        : m_cells(std::move(cells))
    {
    }
    std::string &text(std::size_t column) { return m_cells.at(column).text; }
    std::int64_t number(std::size_t column) const { return m_cells.at(column).number; }
    std::optional<std::int64_t> optionalNumber(std::size_t column) const
    {
        const Cell &cell = m_cells.at(column);
        return cell.isNull ? std::nullopt : std::optional(cell.number);
    }

private:
    std::vector<Cell> m_cells;
};

/// One session of a database with its prepared statements. One thread at a time.
class Database {
public:
    /// Unreachable or Unavailable when it cannot be had.
    [[nodiscard]] static Result<std::unique_ptr<Database>> connect(const DatabaseAddress &address,
                                                                   const SessionOptions &options);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    DatabaseKind kind() const;

    /// Prepares at the first use and keeps it: `statement.sql` must outlive the session. Reads all rows.
    [[nodiscard]] Result<std::vector<Row>> query(const Statement &statement, std::span<const Parameter> parameters);
    [[nodiscard]] Result<std::vector<Row>> query(const Statement &statement,
                                                 std::initializer_list<Parameter> parameters = {})
    {
        return query(statement, std::span(parameters.begin(), parameters.size()));
    }
    [[nodiscard]] Result<> run(const Statement &statement, std::initializer_list<Parameter> parameters = {});
    /// Runs fixed text that has no parameters.
    [[nodiscard]] Result<> execute(const std::string &sql);

    /// The gravest failure since clearFault().
    Fault fault() const { return m_fault; }
    void clearFault() { m_fault = Fault::None; }
    /// Ends the transaction, if one is open. What goes wrong here needs no answer: the next statement tells.
    void rollback();

private:
    struct Session;
    explicit Database(std::unique_ptr<Session> session);
    Error failed(const std::exception &exception);

    std::unique_ptr<Session> m_session;
    Fault m_fault {Fault::None};
};

} // namespace vigie

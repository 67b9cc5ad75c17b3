// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/database.h"

#include <span>

namespace vigie {

/// One step of the schema: applied as a whole, in the order of the versions, once in the life of a database.
struct Migration {
    std::int64_t version {0}; ///< 1, 2, 3 …
    std::string_view name;
    std::vector<std::string_view> statements;
};

/// Every step this program knows. A released step is never changed: add a new one.
std::span<const Migration> knownMigrations();

/// Brings the schema up to the last of `migrations`. Each step and its row in schema_version are one transaction, so an
/// interrupted run goes on where it stopped. Several processes may do this at once: one applies a step, the others see
/// it done. Conflict when the database knows a step that this program does not: it was written by a newer version.
[[nodiscard]] Result<> migrate(Database &database, std::span<const Migration> migrations, const Clock &clock);

} // namespace vigie

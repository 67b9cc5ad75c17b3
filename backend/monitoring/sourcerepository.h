// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/ids.h"
#include "backend/monitoring/sourceconfig.h"

#include <functional>
#include <vector>

namespace vigie {

/// Keeps the sources that users added through the API (with their secrets: toStoredJson() gives the text). Those of
/// the configuration file are not in here. Calls may come from any thread and return at once; `done` is called exactly
/// once, on the executor the implementation was made with, when the change is on disk.
class SourceRepository {
public:
    using Loaded = std::function<void(Result<std::vector<SourceConfig>>)>;
    using Done = std::function<void(Result<>)>;
    virtual ~SourceRepository() = default;
    /// All of them, in the order of their ids. A row that cannot be read is skipped and logged, never an error.
    virtual void loadSources(Loaded done) = 0;
    /// Inserts, or replaces the one with the same id.
    virtual void saveSource(const SourceConfig &config, Done done) = 0;
    /// Succeeds also when there is none.
    virtual void removeSource(const SourceId &id, Done done) = 0;
};

} // namespace vigie

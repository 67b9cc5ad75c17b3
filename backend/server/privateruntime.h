// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"

#include <cstdint>
#include <memory>
#include <string>

namespace vigie {

/// The runtime file by which a console finds its private daemon: {"pid","port","token","version","epoch"}, mode 0600,
/// replaced in one step; and the lock <file>.lock that only one daemon holds. One thread.
class PrivateRuntime {
public:
    /// Conflict when another daemon holds the lock; Unavailable when the folder cannot be used.
    [[nodiscard]] static Result<std::unique_ptr<PrivateRuntime>> claim(const std::string &file);
    ~PrivateRuntime(); ///< removes the file, then lets the lock go
    PrivateRuntime(const PrivateRuntime &) = delete;
    PrivateRuntime &operator=(const PrivateRuntime &) = delete;

    [[nodiscard]] Result<> publish(std::uint16_t port, const std::string &token, const std::string &epoch);
    /// Writes what was published again when somebody removed the file: true. Otherwise one system call.
    [[nodiscard]] Result<bool> restore();

private:
    PrivateRuntime(std::string file, int lock);
    std::string m_file;
    std::string m_content; ///< published; empty before
    int m_lock;
};

} // namespace vigie

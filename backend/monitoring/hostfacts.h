// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

namespace vigie {

struct HostProcess {
    std::int64_t pid {0};
    std::string name; ///< the kernel's, at most 15 bytes
    double cpu {0}; ///< cores used since the last look: 1.0 is one core
    std::uint64_t memory {0}; ///< resident bytes
    friend bool operator==(const HostProcess &, const HostProcess &) = default;
};

/// What is known of this machine beyond its metrics.
struct HostSnapshot {
    std::vector<HostProcess> processes; ///< the ten that use most CPU, then most memory
    std::vector<std::string> failedUnits; ///< systemd's; empty where there is no systemd
    bool hasSystemd {false};
    std::string os; ///< "Debian GNU/Linux 12 (bookworm)"
    std::string kernel; ///< "6.1.0-28-amd64"
    std::string hostname;
};

/// Where the host collector leaves its snapshot for everybody. Thread-safe.
class HostFacts {
public:
    HostSnapshot snapshot() const
    {
        const std::lock_guard lock(m_mutex);
        return m_snapshot;
    }
    void set(HostSnapshot snapshot)
    {
        const std::lock_guard lock(m_mutex);
        m_snapshot = std::move(snapshot);
    }

private:
    mutable std::mutex m_mutex;
    HostSnapshot m_snapshot;
};

} // namespace vigie

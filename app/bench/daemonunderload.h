// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/childprocess.h"

#include <memory>
#include <string>

namespace vigie::bench {

/// A vigied of its own in a folder of its own, seeded with incidents through the store before it starts.
class DaemonUnderLoad {
public:
    /// `yaml`: further configuration. Unavailable with the log when it does not come up.
    [[nodiscard]] static Result<std::unique_ptr<DaemonUnderLoad>> start(const std::string &programs, int incidents,
                                                                        const std::string &yaml = {});
    ~DaemonUnderLoad();
    DaemonUnderLoad(const DaemonUnderLoad &) = delete;
    DaemonUnderLoad &operator=(const DaemonUnderLoad &) = delete;

    const std::string &url() const { return m_url; }
    const std::string &accessToken() const { return m_accessToken; }
    pid_t pid() const { return m_child->pid(); }

private:
    DaemonUnderLoad() = default;
    std::string m_folder;
    std::string m_url;
    std::string m_accessToken;
    std::unique_ptr<ChildProcess> m_child;
};

} // namespace vigie::bench

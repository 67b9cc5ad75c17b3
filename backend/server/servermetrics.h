// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/time.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace vigie {

class Router;

/// What the server counts of itself. Used on the I/O thread only.
class ServerMetrics {
public:
    /// Upper bounds of the histogram's buckets, seconds.
    static constexpr std::array<double, 12> bounds {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                                    0.05,   0.1,   0.25,   0.5,   1,    5};
    struct RouteTimes {
        std::array<std::uint64_t, bounds.size() + 1> buckets {}; ///< not cumulative; the last: slower than all bounds
        std::uint64_t count {0};
        double sum {0}; ///< seconds
    };

    void answered(std::size_t route, int status, double seconds);
    void refused(int status); ///< before a route was known
    void rejectedConnection() { ++m_rejected; }
    void connectionOpened() { ++m_connections, ++m_accepted; }
    void connectionClosed() { --m_connections; }
    void webSocketOpened() { ++m_webSockets; }
    void webSocketClosed() { --m_webSockets; }

    std::size_t connections() const { return m_connections; }
    std::size_t webSockets() const { return m_webSockets; }

    /// Appends the Prometheus text format (exposition format 0.0.4). `router` names the routes.
    void expose(std::string &out, const Router &router) const;

private:
    std::vector<RouteTimes> m_routes;
    std::array<std::uint64_t, 6> m_byClass {}; ///< answers by first digit of their status
    std::size_t m_connections {0};
    std::size_t m_webSockets {0};
    std::uint64_t m_accepted {0};
    std::uint64_t m_rejected {0};
};

/// Writes metric families in the Prometheus text format.
class Exposition {
public:
    explicit Exposition(std::string &out)
        : m_out(out)
    {
    }
    void family(std::string_view name, std::string_view type, std::string_view help);
    /// `labels`: `a="x",b="y"`, values by escapedLabelValue(); may be empty.
    void sample(std::string_view name, std::string_view labels, double value);

private:
    std::string &m_out;
};

} // namespace vigie

// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/monitoring/collectors.h"

#include <memory>

namespace vigie {

/// The probes. Each collection gives probe_success (1 or 0) and probe_duration_seconds with the label probe=<name>,
/// plus what its kind knows: probe_http_status_code, probe_http_phase_seconds{phase=resolve|connect|tls|processing|
/// transfer} (each added up over the redirects), probe_tls_certificate_expiry_seconds (left; negative after the end),
/// probe_dns_answers. A target that fails is an error of the collection, too. An HTTP answer over 8 MiB fails the
/// probe, but not an answer to HEAD that announces as much.
std::unique_ptr<Collector> makeHttpProbe(const SourceConfig &config, const CollectorParts &parts);
std::unique_ptr<Collector> makeTcpProbe(const SourceConfig &config, const CollectorParts &parts);
std::unique_ptr<Collector> makeDnsProbe(const SourceConfig &config, const CollectorParts &parts);

} // namespace vigie

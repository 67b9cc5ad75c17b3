// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/http.h"
#include "backend/monitoring/sourceconfig.h"

#include <string>

namespace vigie {

/// A GET of the source's target with `path` joined to it ("/api/v1/…", "" for the target itself), with its timeout,
/// TLS options and credentials.
HttpRequest sourceRequest(const SourceConfig &config, const std::string &path);

} // namespace vigie

// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/monitoring/prometheusclient.h"

#include <string>
#include <string_view>

namespace vigie {

/// What an error answer of the query API means (prometheus.io/docs, HTTP API, "Format overview"): bad_data and
/// execution are Invalid (field "query"), timeout is Timeout, unavailable Unavailable, 401 and 403 Denied, else
/// Protocol. `errorType` and `detail` may be empty.
Error prometheusError(int httpStatus, std::string_view errorType, std::string detail);

} // namespace vigie

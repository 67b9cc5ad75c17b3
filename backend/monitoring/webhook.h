// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/incident.h"

#include <string_view>

namespace vigie {

inline constexpr std::size_t maxWebhookBody = 1U << 20U; ///< bytes

/// Reads what a webhook was sent, of three kinds told apart by their members:
/// - Alertmanager's webhook (version 4: "alerts" with labels, annotations, startsAt, endsAt, status),
/// - Grafana's unified alerting (the same plus orgId, values, dashboardURL …),
/// - plain: {title, severity?, status? ("firing" | "resolved"), description?, category?, service?, labels?,
///   annotations?, key?, startedAt? (µs)}; what has the same key, or without key the same title and labels, is the
///   same.
/// An odd alert among others is read as far as it goes or left out (without labels and fingerprint, or with a start we
/// do not understand: it would seem to begin when it comes), which AlertBatch::leftOut tells, and never stops the
/// reading. Errors: TooLarge, Invalid (no JSON, none of the three, nothing readable in it).
[[nodiscard]] Result<AlertBatch> readWebhook(const SourceId &source, std::string_view body);

} // namespace vigie

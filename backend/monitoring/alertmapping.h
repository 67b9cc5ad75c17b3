// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/incident.h"
#include "backend/domain/json.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// An alert as Prometheus, Alertmanager and Grafana all describe it, made ours:
/// dedupKey = fingerprint of the labels (what Alertmanager shows); title = annotation summary, or label alertname;
/// description = annotation description or message; severity = severityFromAlertLabel(label severity);
/// service = label service, job or app; category = label category.
AlertSignal alertSignal(const LabelSet &labels, LabelSet annotations);

/// One element of Alertmanager's GET /api/v2/alerts or of a webhook's "alerts". Whatever is missing or odd keeps its
/// default. nullopt only when there are neither labels nor a fingerprint to tell it by.
std::optional<AlertSignal> readAlertmanagerAlert(const Json &alert);

/// All of GET /api/v2/alerts: unreadable elements are left out. Protocol when the body is no array at all.
[[nodiscard]] Result<std::vector<AlertSignal>> readAlertmanagerAlerts(std::string_view body);

/// An object of strings; other values as their JSON text, names that are no label names and nulls left out.
LabelSet readLabels(const Json &json);
/// The same with names of any form, which Prometheus 3 and Alertmanager 0.27 allow: what tells alerts apart.
LabelSet readAllLabels(const Json &json);

/// The expression in the generatorURL of a Prometheus ("…/graph?g0.expr=up+%3D%3D+0&…"); empty when there is none.
std::string expressionOfGeneratorUrl(std::string_view url);

} // namespace vigie

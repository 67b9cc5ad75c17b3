// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/metric.h"
#include "backend/domain/source.h"

#include <QString>

namespace vigie {

/// Words for targets of sources and units of metrics, translated where they are words. GUI thread.
/// Its name; the daemon's own word for its machine is translated.
QString sourceName(const SourceStatus &status);
/// The same where only a name is known.
QString sourceName(const std::string &name);
/// What a target of this kind looks like: "https://example.org/health".
QString sourceTargetHint(SourceKind kind);
/// "ratio" "bytes per second" …; empty for None.
QString metricUnitWord(MetricUnit unit);
/// The unit that a PromQL result probably has, judged by the suffix of the first metric name in it (naming conventions
/// of prometheus.io: _bytes, _seconds, _ratio …, rate() of bytes is bytes per second). None when there is no sign.
MetricUnit unitFromExpression(const QString &expression);

} // namespace vigie

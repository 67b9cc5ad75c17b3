// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/source.h"

#include "backend/domain/names.h"

namespace vigie {

namespace {
constexpr NameTable<SourceKind, 7> sourceKindNames {.what = "source kind",
                                                    .rows = {{{SourceKind::Host, "host"},
                                                              {SourceKind::HttpProbe, "http"},
                                                              {SourceKind::TcpProbe, "tcp"},
                                                              {SourceKind::DnsProbe, "dns"},
                                                              {SourceKind::Prometheus, "prometheus"},
                                                              {SourceKind::Alertmanager, "alertmanager"},
                                                              {SourceKind::Webhook, "webhook"}}}};
constexpr NameTable<SourceState, 3> sourceStateNames {
    .what = "source state",
    .rows = {{{SourceState::Pending, "pending"}, {SourceState::Up, "up"}, {SourceState::Down, "down"}}}};
} // namespace

std::string_view sourceKindName(SourceKind kind)
{
    return sourceKindNames.name(kind);
}

Result<SourceKind> sourceKindFromName(std::string_view name)
{
    return sourceKindNames.value(name);
}

std::string_view sourceStateName(SourceState state)
{
    return sourceStateNames.name(state);
}

Result<SourceState> sourceStateFromName(std::string_view name)
{
    return sourceStateNames.value(name);
}

} // namespace vigie

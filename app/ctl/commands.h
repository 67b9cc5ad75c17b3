// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/arguments.h"
#include "backend/remote/remoteclient.h"

namespace vigie {

/// Each prints its answer to stdout and returns the exit status: 0 done, 1 the server said no, 2 wrong usage.
int commandStatus(RemoteClient &client, const Arguments &arguments);
int commandIncidents(RemoteClient &client, const Arguments &arguments);
int commandAcknowledge(RemoteClient &client, const Arguments &arguments);
int commandResolve(RemoteClient &client, const Arguments &arguments);
int commandSources(RemoteClient &client, const Arguments &arguments);
int commandMetrics(RemoteClient &client, const Arguments &arguments);

/// Says on stderr what went wrong; returns 1.
int reportError(const Error &error);

} // namespace vigie

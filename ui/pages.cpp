// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages.h"

#include "ui/incidents/incidentspage.h"
#include "ui/metrics/metricspage.h"
#include "ui/overview/overviewpage.h"
#include "ui/settings/settingspage.h"
#include "ui/sources/sourcespage.h"

namespace vigie {

std::vector<std::unique_ptr<Page>> makePages(UiContext &context)
{
    std::vector<std::unique_ptr<Page>> pages;
    pages.push_back(std::make_unique<OverviewPage>(context));
    pages.push_back(std::make_unique<IncidentsPage>(context));
    pages.push_back(std::make_unique<MetricsPage>(context));
    pages.push_back(std::make_unique<SourcesPage>(context));
    pages.push_back(std::make_unique<SettingsPage>(context));
    return pages;
}

} // namespace vigie

// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/source.h"
#include "ui/models/linkstate.h"
#include "ui/uicontext.h"
#include "widgets/themedwidget.h"

#include <cstdint>
#include <optional>

namespace vigie {

class FactList;
class HostPanel;
class LiveChart;
class Panel;
class PrometheusTabs;
class StateChip;

/// Everything known of one source: facts, its history, and for a Prometheus what is in it.
class SourceDetail : public ThemedWidget {
    Q_OBJECT
public:
    explicit SourceDetail(UiContext &context, QWidget *parent = nullptr);
    ~SourceDetail() override;

    /// nullopt: none is chosen.
    void setSource(const std::optional<SourceStatus> &source);
    void setLink(const LinkState &link);
    /// Ages move on.
    void tick();
    /// Asks for history and Prometheus tables again.
    void reload();

protected:
    void retranslate() override;

private:
    enum Fact : std::uint8_t {
        State,
        Kind,
        Target,
        Every,
        LastSuccess,
        Latency,
        NextTry,
        Failures,
        LastError,
        Origin,
        FactCount
    };
    void updateFacts();
    void updateChart();
    QString factName(Fact fact) const;
    QString factText(Fact fact, const SourceStatus &source) const;

    UiContext &m_context;
    Panel *m_panel;
    StateChip *m_chip;
    FactList *m_facts;
    LiveChart *m_chart;
    PrometheusTabs *m_tabs;
    HostPanel *m_host;
    std::optional<SourceStatus> m_source;
    LinkState m_link;
};

} // namespace vigie

// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/ids.h"
#include "backend/domain/json.h"
#include "ui/models/linkstate.h"
#include "ui/uicontext.h"
#include "widgets/panel.h"

#include <array>
#include <optional>

class QTabBar;
class QStackedWidget;

namespace vigie {

class LiveTableView;
class PanelMessage;
class TextTableModel;

/// Targets, rules and alerts of one Prometheus, asked for when it is chosen or on demand. Each tab says of what time it
/// is, that there is nothing, or why it could not be had; a failure leaves the older answer there, marked as old.
class PrometheusTabs : public Panel {
    Q_OBJECT
public:
    explicit PrometheusTabs(UiContext &context, QWidget *parent = nullptr);
    /// Asks for all three. An empty id empties it.
    void show(const SourceId &id);
    void reload();
    /// What was asked of a server that is gone is marked as old, and asked again when it is back.
    void setLink(const LinkState &link);

protected:
    void retranslate() override;

private:
    static constexpr std::size_t tabCount = 3; ///< targets, rules, alerts
    LiveTableView *buildTable(std::size_t tab);
    QString emptyText(std::size_t tab) const;
    bool applyTab(std::size_t tab);
    void ask(std::size_t tab);
    void take(std::size_t tab, const Result<Json> &answer);
    void updateTexts();
    void updateState();

    UiContext &m_context;
    LinkState m_link;
    QTabBar *m_bar;
    QStackedWidget *m_stack; ///< a table for each tab, then the message in the place of a table
    PanelMessage *m_message;
    std::array<TextTableModel *, tabCount> m_models {};
    std::array<std::optional<Json>, tabCount> m_answers;
    std::array<std::optional<Error>, tabCount> m_errors;
    SourceId m_source;
    std::array<std::optional<Timestamp>, tabCount> m_at {}; ///< of the answers
    std::uint64_t m_generation {0};
};

} // namespace vigie

// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/ids.h"
#include "ui/models/linkstate.h"
#include "ui/page.h"

#include <QTimer>

#include <map>
#include <set>

class QLineEdit;
class QPushButton;
class QSplitter;

namespace vigie {

class LiveTableView;
class Panel;
class PendingBar;
class Removals;
class SourceDetail;
class SourceModel;
struct SourceStatus;

/// What the daemon watches: a live table, one source in detail, and adding, checking and removing.
class SourcesPage : public Page {
    Q_OBJECT
public:
    explicit SourcesPage(UiContext &context, QWidget *parent = nullptr);
    ~SourcesPage() override;

    QString id() const override { return QStringLiteral("sources"); }
    QString title() const override { return tr("Sources"); }
    QString iconName() const override { return QStringLiteral("network-server"); }
    QString keys() const override { return QStringLiteral("G, S"); }
    void activate() override;
    void deactivate() override;
    bool hasData() const override;
    void openWith(const QUrlQuery &what) override;
    void focusFilter() override;
    bool focusContent() override;
    void refresh() override;
    int rowsShown() const override;

protected:
    void retranslate() override;

private:
    void buildToolBar(QWidget *bar);
    void buildTable();
    void registerActions();
    void listen();
    void showSources();
    void showTable();
    void showCurrent();
    void refreshLink();
    void tick();
    void updateButtons();
    void addSource();
    void checkSelected();
    void removeSelected();
    void remove(const std::vector<SourceStatus> &sources);
    static QString removalSentence(const std::vector<SourceStatus> &sources);
    std::vector<SourceStatus> selected() const;
    QString whyNotTouch() const;
    QString whyNotCheck() const;
    QString whyNotRemove() const;

    SourceModel *m_model;
    Removals *m_removals;
    std::map<SourceId, int> m_undoOffers; ///< numbers of the notices that can still undo
    std::set<SourceId> m_checking; ///< asked for, not answered yet
    QLineEdit *m_filter {nullptr};
    QPushButton *m_add {nullptr};
    QPushButton *m_check {nullptr};
    QPushButton *m_remove {nullptr};
    QSplitter *m_splitter {nullptr};
    Panel *m_panel {nullptr};
    PendingBar *m_pending {nullptr};
    LiveTableView *m_table {nullptr};
    SourceDetail *m_detail {nullptr};
    QString m_wanted; ///< id to select as soon as it is there
    QTimer m_second;
    LinkState m_link;
    bool m_wantsFocus {false};
};

} // namespace vigie

// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/source.h"
#include "ui/uicontext.h"
#include "widgets/themedwidget.h"

#include <map>
#include <optional>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace vigie {

/// What the user asks for on the page Metrics.
struct MetricQuery {
    QString expression;
    std::optional<SourceId> prometheus; ///< PromQL to this source; else a selector on the daemon's own metrics
    Duration window {std::chrono::hours(1)}; ///< up to now, when there is no fixed span
    std::optional<std::pair<Timestamp, Timestamp>> span;
    bool compare {false}; ///< with the same time a day earlier
    bool live {true};
    friend bool operator==(const MetricQuery &, const MetricQuery &) = default;
};

/// Where in the expression a server's message points to, as a 0-based column: "column 7: …" of ours, "1:7: parse error"
/// of Prometheus. nullopt when it names no place.
std::optional<int> placeInMessage(const QString &message);

/// Source, expression, range and switches, above the chart. Emits changed() when something is to be asked again.
class QueryBar : public ThemedWidget {
    Q_OBJECT
public:
    explicit QueryBar(UiContext &context, QWidget *parent = nullptr);

    MetricQuery query() const;
    /// Sets expression and source; no signal.
    void setExpression(const QString &expression, const std::optional<SourceId> &prometheus = {});
    /// The Prometheus sources; the choice is hidden when there is none. Nothing is touched when they are the same.
    void setSources(const std::map<SourceId, SourceStatus> &sources);
    void setWindow(Duration window);
    void setCompare(bool on);
    void setLive(bool on);
    void focusExpression();
    /// Shows what is wrong below the expression and marks the place; empty: nothing is wrong.
    void showMistake(const QString &message);

Q_SIGNALS:
    void changed();
    void exportRequested();

protected:
    void retranslate() override;
    void themeChanged() override;

private:
    void build();
    void fillRanges();
    void rangeChosen();
    void proposeSpan();
    void showPlaceholder();
    QString rangeWord(int index) const;

    UiContext &m_context;
    QComboBox *m_source;
    QLineEdit *m_expression;
    QPushButton *m_run;
    QLabel *m_mistake;
    QComboBox *m_range;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    QCheckBox *m_compare;
    QCheckBox *m_live;
    QPushButton *m_export;
    int m_lastRange {-1};
};

} // namespace vigie

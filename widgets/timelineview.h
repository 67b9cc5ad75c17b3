// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/incident.h"
#include "widgets/theme.h"

#include <QListView>
#include <QLocale>
#include <QTimeZone>

#include <vector>

namespace vigie {

/// What happened, as a translated sentence: "m.keller acknowledged", "Severity changed from High to Critical".
QString timelineSentence(const TimelineEntry &entry);

/// The timeline of an incident, newest first: time, sentence, and below it the comment, wrapped. Read-only; Ctrl+C
/// copies.
class TimelineView : public QListView {
    Q_OBJECT
public:
    explicit TimelineView(Theme &theme, QWidget *parent = nullptr);
    /// Entries in any order. Newer ones on top of those that are there leave selection and scroll position alone; any
    /// other change begins anew.
    void setEntries(std::vector<TimelineEntry> entries);
    void setLocale(const QLocale &locale);
    void setTimeZone(const QTimeZone &zone);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    class TimelineModel *m_entries;
    class TimelineDelegate *m_painter;
};

} // namespace vigie

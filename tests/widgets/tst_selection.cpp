// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected survives a reset of the model, at a bearable price.
#include "tests/widgets/widgetsamples.h"
#include "widgets/livetableview.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace vigie;
using namespace vigie::test;

class TestSelection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Ctrl+A in 10,000 rows, then another filter: not a look at every row for every row.
    void everyRowIsLookedAtOnce()
    {
        Theme theme;
        LiveTableView view(theme);
        SampleModel model;
        constexpr int rows = 10'000;
        model.reset(SampleModel::many(rows));
        view.setIdRole(SampleModel::IdRole);
        view.setModel(&model);
        view.selectAll();
        QCOMPARE(view.selectedIds().size(), rows);

        QElapsedTimer timer;
        timer.start();
        int known = 0; // what one look at each row costs
        for (int row = 0; row < rows; ++row)
            known += model.index(row, 0).data(SampleModel::IdRole).toString().isEmpty() ? 0 : 1;
        const qint64 oneLook = timer.nsecsElapsed();
        QCOMPARE(known, rows);

        auto fewer = SampleModel::many(rows);
        std::reverse(fewer.begin(), fewer.end());
        fewer.resize(rows - 1);
        timer.start();
        model.reset(std::move(fewer));
        QTRY_COMPARE(view.selectionModel()->selectedRows().size(), rows - 1);
        const qint64 restored = timer.nsecsElapsed();
        QVERIFY2(restored < 100 * oneLook + 100'000'000,
                 qPrintable(QStringLiteral("%1 ns, one look %2 ns").arg(restored).arg(oneLook)));
    }

    void neighboursAndStrangers()
    {
        Theme theme;
        LiveTableView view(theme);
        SampleModel model;
        model.reset(SampleModel::many(20));
        view.setIdRole(SampleModel::IdRole);
        view.setModel(&model);
        QItemSelection some;
        for (const int row : {0, 3, 4, 5, 19})
            some.select(model.index(row, 0), model.index(row, model.columnCount() - 1));
        view.selectionModel()->select(some, QItemSelectionModel::ClearAndSelect);
        const QStringList before = view.selectedIds();
        model.reset(SampleModel::many(20));
        QTRY_COMPARE(view.selectedIds(), before);
    }
};

QTEST_MAIN(TestSelection)
#include "tst_selection.moc"

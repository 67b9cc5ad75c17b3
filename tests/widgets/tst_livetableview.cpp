// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/widgetsamples.h"
#include "widgets/livetableview.h"
#include "widgets/pendingbar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

class LiveTableTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init();
    void cleanup();
    void columnsFillTheWidth();
    void rowHeightFollowsTheFactor();
    void keys();
    void lettersReachTheWindow();
    void selectionSurvivesChanges();
    void selectionSurvivesReset();
    void aRowThatGoesIsNobodysChoice_data();
    void aRowThatGoesIsNobodysChoice();
    void whatWasChosenSinceAResetStays();
    void holdsWhileUsed();
    void holdsWhileScrolled();
    void hoverIsOneRow();
    void doubleClickOpens();
    void pendingBar();
    void manyRowsArePaintedFast();

private:
    Theme m_theme;
    std::unique_ptr<LiveTableView> m_view;
    SampleModel *m_model {nullptr};
};

void LiveTableTest::init()
{
    m_view = std::make_unique<LiveTableView>(m_theme);
    m_model = new SampleModel(m_view.get());
    new QAbstractItemModelTester(m_model, m_model);
    m_model->reset(SampleModel::many(100));
    m_view->setIdRole(SampleModel::IdRole);
    m_view->setModel(m_model);
    m_view->setItemDelegate(sampleDelegate(m_theme, m_view.get()));
    m_view->setColumns(
        {{110, false, 60}, {200, true, 160}, {100, false, 60}, {84, false, 60}, {84, false, 60}, {110, false, 60}});
    m_view->resize(800, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void LiveTableTest::cleanup()
{
    m_view.reset();
    m_theme.setFactor(1);
}

void LiveTableTest::columnsFillTheWidth()
{
    QCOMPARE(m_view->horizontalHeader()->length(), m_view->viewport()->width());
    m_view->resize(1000, 400);
    QTRY_COMPARE(m_view->horizontalHeader()->length(), m_view->viewport()->width());
    m_view->resize(400, 400);
    QCOMPARE(m_view->columnWidth(1), 160);
}

void LiveTableTest::rowHeightFollowsTheFactor()
{
    QCOMPARE(m_view->rowHeight(0), 28);
    m_theme.setFactor(1.5);
    QCOMPARE(m_view->rowHeight(0), 42);
}

void LiveTableTest::keys()
{
    QSignalSpy opened(m_view.get(), &LiveTableView::openRequested);
    m_view->selectId(QStringLiteral("0"));
    QTest::keyClick(m_view.get(), Qt::Key_J);
    QTest::keyClick(m_view.get(), Qt::Key_J);
    QTest::keyClick(m_view.get(), Qt::Key_K);
    QCOMPARE(m_view->currentId(), QStringLiteral("1"));
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->currentId(), QStringLiteral("99"));
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->currentId(), QStringLiteral("0"));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toModelIndex().row(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedIds(), (QStringList {QStringLiteral("0"), QStringLiteral("1")}));
}

void LiveTableTest::lettersReachTheWindow()
{
    m_view->selectId(QStringLiteral("3"));
    QKeyEvent press(QEvent::KeyPress, Qt::Key_I, Qt::NoModifier, QStringLiteral("I"));
    QApplication::sendEvent(m_view.get(), &press);
    QVERIFY(!press.isAccepted());
    QCOMPARE(m_view->currentId(), QStringLiteral("3"));
}

void LiveTableTest::selectionSurvivesChanges()
{
    m_view->selectId(QStringLiteral("40"));
    m_model->insertAt(0, {QStringLiteral("new"), SeverityLook::Critical, {}, {}, {}, {}, StateLook::Open});
    m_model->removeAt(5);
    QCOMPARE(m_view->selectedIds(), QStringList {QStringLiteral("40")});
    QCOMPARE(m_view->currentId(), QStringLiteral("40"));
}

void LiveTableTest::selectionSurvivesReset()
{
    m_view->selectId(QStringLiteral("40"));
    m_view->verticalScrollBar()->setValue(700);
    auto rows = SampleModel::many(100);
    std::reverse(rows.begin(), rows.end());
    m_model->reset(std::move(rows));
    QTRY_COMPARE(m_view->selectedIds(), QStringList {QStringLiteral("40")});
    QCOMPARE(m_view->currentIndex().row(), 59);
    QCOMPARE(m_view->verticalScrollBar()->value(), 700);
}

void LiveTableTest::aRowThatGoesIsNobodysChoice_data()
{
    QTest::addColumn<int>("row"); // of 100
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("next");
    QTest::newRow("in the middle, down") << 40 << int(Qt::Key_J) << "41";
    QTest::newRow("in the middle, up") << 40 << int(Qt::Key_K) << "39";
    QTest::newRow("the first, down") << 0 << int(Qt::Key_J) << "1";
    QTest::newRow("the last, up") << 99 << int(Qt::Key_K) << "98";
    QTest::newRow("the last, down") << 99 << int(Qt::Key_J) << "98";
}

/// Its neighbour becomes the current row, unselected, and is not skipped by the next step.
void LiveTableTest::aRowThatGoesIsNobodysChoice()
{
    QFETCH(int, row);
    QFETCH(int, key);
    m_view->selectOnly(row);
    int told = 0;
    int whileRemoving = 0;
    connect(m_view.get(), &LiveTableView::currentRowChanged, this, [&] {
        ++told;
        whileRemoving += m_view->isRemovingRows() ? 1 : 0;
    });
    m_model->removeAt(row);
    QCOMPARE(told, 1);
    QCOMPARE(whileRemoving, 1);
    QVERIFY(!m_view->isRemovingRows());
    QVERIFY(m_view->selectedIds().isEmpty());
    QTest::keyClick(m_view.get(), Qt::Key(key));
    QTEST(m_view->currentId(), "next");
    QCOMPARE(m_view->selectedIds(), QStringList {m_view->currentId()});
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QTest::keyClick(m_view.get(), Qt::Key_J);
    QCOMPARE(m_view->currentIndex().row(), 1);
}

void LiveTableTest::whatWasChosenSinceAResetStays()
{
    m_view->selectId(QStringLiteral("40"));
    auto rows = SampleModel::many(100);
    rows.erase(rows.begin() + 40);
    m_model->reset(std::move(rows));
    m_view->selectOnly(7);
    QCoreApplication::processEvents();
    QCOMPARE(m_view->selectedIds(), QStringList {QStringLiteral("7")});
}

void LiveTableTest::holdsWhileUsed()
{
    m_view->setAutomaticHold(true, 50ms);
    QSignalSpy held(m_view.get(), &LiveTableView::updatesHeldChanged);
    QTest::mouseMove(m_view->viewport(), QPoint(30, 60));
    QTest::mouseMove(m_view->viewport(), QPoint(40, 90));
    QTRY_VERIFY(m_view->updatesHeld());
    QTRY_VERIFY(!m_view->updatesHeld());
    QCOMPARE(held.size(), 2);
    m_view->setAutomaticHold(false);
    QTest::mouseMove(m_view->viewport(), QPoint(60, 120));
    QTest::keyClick(m_view.get(), Qt::Key_J);
    QVERIFY(!m_view->updatesHeld());
    m_view->setUpdatesHeld(true);
    QVERIFY(m_view->updatesHeld());
}

void LiveTableTest::holdsWhileScrolled()
{
    m_view->setAutomaticHold(true, 30ms);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QVERIFY(m_view->updatesHeld());
    QSignalSpy released(m_view.get(), &LiveTableView::updatesHeldChanged);
    QVERIFY(!released.wait(120));
    m_view->verticalScrollBar()->setValue(0);
    QTRY_VERIFY(!m_view->updatesHeld());
}

void LiveTableTest::hoverIsOneRow()
{
    QTest::mouseMove(m_view->viewport(), QPoint(30, 10));
    QTest::mouseMove(m_view->viewport(), QPoint(30, 28 * 3 + 5));
    QTRY_COMPARE(m_view->hoveredRow(), 3);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(m_view.get(), &leave);
    QCOMPARE(m_view->hoveredRow(), -1);
}

void LiveTableTest::doubleClickOpens()
{
    QSignalSpy opened(m_view.get(), &LiveTableView::openRequested);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(200, 28 * 2 + 10));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toModelIndex().row(), 2);
}

void LiveTableTest::pendingBar()
{
    QWidget host;
    PendingBar bar(m_theme, &host);
    host.show();
    QVERIFY(!bar.isVisible());
    QSignalSpy applied(&bar, &PendingBar::applyRequested);
    bar.setPending(12);
    QVERIFY(bar.isVisible());
    auto *button = bar.findChild<QPushButton *>(QStringLiteral("applyPending"));
    QVERIFY(button->text().contains(QStringLiteral("12")));
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(applied.size(), 1);
    bar.setPending(0);
    QVERIFY(!bar.isVisible());
}

void LiveTableTest::manyRowsArePaintedFast()
{
    m_model->reset(SampleModel::many(100'000));
    m_view->resize(1200, 800);
    QCoreApplication::processEvents();
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 10; ++i)
        m_view->grab();
    const double each = double(timer.nsecsElapsed()) / 1e7;
    qInfo("100,000 rows, one repaint of 1200 x 800: %.1f ms", each);
    QVERIFY(each < 150);
}

QTEST_MAIN(LiveTableTest)
#include "tst_livetableview.moc"

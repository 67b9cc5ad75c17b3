// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Panel, rail, top bar, badges, stat, timeline, toasts: what they do. How they look is tst_widgetshots.
#include "tests/support/fakeclock.h"
#include "tests/widgets/widgetsamples.h"
#include "widgets/agebadge.h"
#include "widgets/navbutton.h"
#include "widgets/navrail.h"
#include "widgets/panel.h"
#include "widgets/severitychip.h"
#include "widgets/statvalue.h"
#include "widgets/timelinemodel.h"
#include "widgets/timelineview.h"
#include "widgets/toast.h"
#include "widgets/topbar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

class PartsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void panelStates();
    void panelError();
    void railChooses();
    void railKeepsCounts();
    void freshness_data();
    void freshness();
    void ageBadge();
    void clockAndSearch();
    void statValue();
    void severityLooks();
    void severitiesDifferWithoutColour();
    void timelineSentences_data();
    void timelineSentences();
    void timelineModel();
    void toastRunsItsAction();
    void toastsEndAndStack();

private:
    Theme m_theme;
    FakeClock m_clock;
};

void PartsTest::panelStates()
{
    Panel panel(m_theme, QStringLiteral("CPU"));
    auto *content = new QLabel(QStringLiteral("42 %"));
    panel.setContent(content);
    panel.resize(400, 300);
    panel.show();
    QSignalSpy changed(&panel, &Panel::stateChanged);
    QSignalSpy next(&panel, &Panel::nextStepRequested);
    panel.showLoading();
    QVERIFY(!content->isVisible());
    QVERIFY(panel.findChild<QWidget *>(QStringLiteral("panelSkeleton"))->isVisible());
    panel.showEmpty(QStringLiteral("No source yet."), QStringLiteral("Add a source"));
    auto *button = panel.findChild<QPushButton *>(QStringLiteral("panelNextStep"));
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(next.size(), 1);
    panel.showStale(QStringLiteral("Data 4 min old"));
    QVERIFY(content->isVisible() && content->graphicsEffect());
    QVERIFY(panel.findChild<QWidget *>(QStringLiteral("panelHatch"))->isVisible());
    panel.showContent();
    QVERIFY(content->isVisible() && !content->graphicsEffect());
    QVERIFY(!panel.findChild<QWidget *>(QStringLiteral("panelHatch"))->isVisible());
    panel.showContent();
    QCOMPARE(changed.size(), 4);
}

void PartsTest::panelError()
{
    Panel panel(m_theme, QStringLiteral("CPU"));
    panel.show();
    panel.showError({QStringLiteral("It failed."), QStringLiteral("Try later."), QStringLiteral("id-17"), {}});
    QVERIFY(!panel.findChild<QPushButton *>(QStringLiteral("panelNextStep"))->isVisible());
    QCOMPARE(panel.findChild<QWidget *>(QStringLiteral("panelMessage"))->accessibleName(),
             QStringLiteral("It failed. Try later."));
    QTest::mouseClick(panel.findChild<QToolButton *>(QStringLiteral("panelCopyId")), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("id-17"));
}

void PartsTest::railChooses()
{
    NavRail rail(m_theme);
    rail.setPages({{QStringLiteral("a"), QStringLiteral("Overview"), QStringLiteral("go-home"), {}},
                   {QStringLiteral("b"), QStringLiteral("Incidents"), QStringLiteral("data-warning"), {}}});
    rail.setCurrent(QStringLiteral("a"));
    rail.resize(rail.sizeHint());
    rail.show();
    rail.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&rail));
    QSignalSpy requested(&rail, &NavRail::pageRequested);
    QTest::mouseClick(rail.findChild<NavButton *>(QStringLiteral("nav-b")), Qt::LeftButton);
    QCOMPARE(requested.takeFirst().first().toString(), QStringLiteral("b"));
    auto *first = rail.findChild<NavButton *>(QStringLiteral("nav-a"));
    first->setFocus();
    QTRY_VERIFY(first->hasFocus());
    QTest::keyClick(first, Qt::Key_Down);
    auto *second = rail.findChild<NavButton *>(QStringLiteral("nav-b"));
    QTRY_VERIFY(second->hasFocus());
    QTest::keyClick(second, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(rail.current(), QStringLiteral("a"));
    QCOMPARE(second->focusPolicy(), Qt::ClickFocus);
}

void PartsTest::railKeepsCounts()
{
    NavRail rail(m_theme);
    rail.setPages({{QStringLiteral("a"), QStringLiteral("Overview"), {}, {}},
                   {QStringLiteral("b"), QStringLiteral("Incidents"), {}, {}}});
    rail.setCount(QStringLiteral("b"), 7, SeverityLook::Critical);
    rail.setCount(QStringLiteral("unknown"), 7);
    rail.setPages({{QStringLiteral("b"), QStringLiteral("Vorfälle"), {}, {}},
                   {QStringLiteral("c"), QStringLiteral("Quellen"), {}, {}}});
    QCOMPARE(rail.pageCount(), 2U);
    auto *button = rail.findChild<NavButton *>(QStringLiteral("nav-b"));
    QCOMPARE(button->count(), 7);
    QCOMPARE(button->accessibleName(), QStringLiteral("Vorfälle, 7"));
    QVERIFY(!rail.findChild<NavButton *>(QStringLiteral("nav-a")));
    const int wide = rail.sizeHint().width();
    rail.setCollapsed(true);
    QVERIFY(rail.sizeHint().width() < wide / 3);
    QCOMPARE(button->toolTip(), QStringLiteral("Vorfälle"));
}

void PartsTest::freshness_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("expected");
    QTest::newRow("new") << 0 << int(Freshness::Fresh);
    QTest::newRow("almost") << 9 << int(Freshness::Fresh);
    QTest::newRow("twice") << 10 << int(Freshness::Stale);
    QTest::newRow("almost ten times") << 49 << int(Freshness::Stale);
    QTest::newRow("ten times") << 50 << int(Freshness::Expired);
    QTest::newRow("clock went back") << -20 << int(Freshness::Fresh);
}

void PartsTest::freshness()
{
    QFETCH(int, seconds);
    QFETCH(int, expected);
    QCOMPARE(int(freshnessOf(std::chrono::seconds(seconds), 5s)), expected);
}

void PartsTest::ageBadge()
{
    AgeBadge badge(m_theme, m_clock);
    QCOMPARE(badge.freshness(), Freshness::Unknown);
    QCOMPARE(badge.text(), QStringLiteral("no data yet"));
    badge.setRefreshInterval(2s);
    badge.setUpdatedAt(m_clock.now());
    QSignalSpy changed(&badge, &AgeBadge::freshnessChanged);
    m_clock.advance(4s);
    badge.refresh();
    QCOMPARE(badge.text(), QStringLiteral("data 4 s old"));
    QCOMPARE(badge.accessibleName(), badge.text());
    QCOMPARE(badge.freshness(), Freshness::Stale);
    m_clock.advance(16s);
    badge.refresh();
    QCOMPARE(badge.freshness(), Freshness::Expired);
    QCOMPARE(changed.size(), 2);
    badge.setNotice(QStringLiteral("not connected"));
    QCOMPARE(badge.text(), QStringLiteral("not connected"));
}

void PartsTest::clockAndSearch()
{
    m_clock.set(sampleNow());
    ClockLabel clock(m_theme, m_clock);
    QCOMPARE(clock.text(), QStringLiteral("14:52:07 UTC"));
    clock.setTimeZone(QTimeZone("Europe/Berlin"));
    QCOMPARE(clock.text(), QStringLiteral("15:52:07 CET"));
    SearchButton search(m_theme);
    QSignalSpy clicked(&search, &QAbstractButton::clicked);
    QTest::keyClick(&search, Qt::Key_Space);
    QCOMPARE(clicked.size(), 1);
    QVERIFY(!search.accessibleName().isEmpty());
}

void PartsTest::statValue()
{
    StatValue stat(m_theme, QStringLiteral("CPU"));
    stat.setLocale(QLocale(QLocale::German));
    stat.setValue(0.425, MetricUnit::Ratio);
    stat.setLook(SeverityLook::High);
    QCOMPARE(stat.valueText(), QStringLiteral("42,5 %"));
    QCOMPARE(stat.accessibleName(), QStringLiteral("CPU, 42,5 %, High"));
    stat.setFreshness(Freshness::Expired, QStringLiteral("2 min old"));
    QVERIFY(!stat.accessibleName().contains(QStringLiteral("42,5")));
    QSignalSpy activated(&stat, &StatValue::activated);
    QTest::keyClick(&stat, Qt::Key_Return);
    QCOMPARE(activated.size(), 0);
    stat.setClickable(true);
    QTest::keyClick(&stat, Qt::Key_Return);
    QTest::mouseClick(&stat, Qt::LeftButton);
    QCOMPARE(activated.size(), 2);
}

void PartsTest::severityLooks()
{
    QCOMPARE(lookOf(Severity::Critical), SeverityLook::Critical);
    QCOMPARE(lookOf(Severity::Low), SeverityLook::Low);
    QCOMPARE(lookOf(IncidentStatus::Snoozed), StateLook::Snoozed);
    QCOMPARE(lookOf(SourceState::Down), StateLook::Down);
    QSet<QString> words;
    for (int i = 0; i < int(severityLookCount); ++i)
        words << severityWord(SeverityLook(i));
    QCOMPARE(words.size(), qsizetype(severityLookCount));
    SeverityChip chip(m_theme, SeverityLook::Medium);
    QCOMPARE(chip.accessibleName(), QStringLiteral("Severity: Medium"));
}

/// No two glyphs have nearly the same outline: whoever sees no colours knows them by their shape.
void PartsTest::severitiesDifferWithoutColour()
{
    constexpr int side = 64;
    std::vector<QImage> glyphs;
    for (std::size_t look = 0; look < severityLookCount; ++look) {
        QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintSeverityGlyph(painter, QRectF(0, 0, side, side), SeverityLook(look), m_theme);
        painter.end();
        glyphs.push_back(image.convertToFormat(QImage::Format_Alpha8));
    }
    for (std::size_t a = 0; a < glyphs.size(); ++a) {
        for (std::size_t b = a + 1; b < glyphs.size(); ++b) {
            int different = 0;
            for (int y = 0; y < side; ++y) {
                for (int x = 0; x < side; ++x)
                    different += (qAlpha(glyphs[a].pixel(x, y)) > 127) != (qAlpha(glyphs[b].pixel(x, y)) > 127);
            }
            QVERIFY2(different > side * side / 25, qPrintable(QStringLiteral("%1 %2").arg(a).arg(b)));
        }
    }
}

void PartsTest::timelineSentences_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("severity") << int(TimelineKind::SeverityChanged) << QStringLiteral("critical")
                              << QStringLiteral("ann changed the severity from High to Critical");
    QTest::newRow("took") << int(TimelineKind::Assigned) << QStringLiteral("ann") << QStringLiteral("ann took it");
    QTest::newRow("assigned") << int(TimelineKind::Assigned) << QStringLiteral("bob")
                              << QStringLiteral("ann assigned it to bob");
    QTest::newRow("nobody") << int(TimelineKind::Assigned) << QString() << QStringLiteral("ann removed the owner");
    QTest::newRow("resolved") << int(TimelineKind::Resolved) << QString() << QStringLiteral("ann resolved it");
}

void PartsTest::timelineSentences()
{
    QFETCH(int, kind);
    QFETCH(QString, after);
    QFETCH(QString, sentence);
    QCOMPARE(timelineSentence({1, {}, TimelineKind(kind), "ann", {}, "high", after.toStdString()}), sentence);
}

void PartsTest::timelineModel()
{
    TimelineView view(m_theme);
    view.setTimeZone(QTimeZone::utc());
    auto *model = view.findChild<TimelineModel *>();
    const QAbstractItemModelTester tester(model);
    const Timestamp now = sampleNow();
    std::vector<TimelineEntry> entries {{1, now, TimelineKind::Created, "rule", "", "", ""}};
    view.setEntries(entries);
    view.setCurrentIndex(model->index(0));
    QSignalSpy inserted(model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(model, &QAbstractItemModel::modelReset);
    entries.push_back({2, now + 1s, TimelineKind::Commented, "ann", "Looking.", "", ""});
    view.setEntries(entries);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(view.currentIndex().row(), 1);
    QCOMPARE(model->index(0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("21 Nov 14:52:08, ann commented, Looking."));
    view.setEntries(entries);
    QCOMPARE(inserted.size() + reset.size(), 1);
}

void PartsTest::toastRunsItsAction()
{
    QWidget host;
    host.resize(600, 400);
    host.show();
    ToastHost toasts(m_theme, &host);
    QSignalSpy triggered(&toasts, &ToastHost::actionTriggered);
    QSignalSpy closed(&toasts, &ToastHost::closed);
    const int id = toasts.show({QStringLiteral("Resolved."), QStringLiteral("Undo"), SeverityLook::Ok, 0ms, true});
    toasts.show({QStringLiteral("Plain."), {}, SeverityLook::Ok, 0ms});
    toasts.show({QStringLiteral("Changed meanwhile."), QStringLiteral("Try again"), SeverityLook::High, 0ms});
    auto *toast = host.findChild<QWidget *>(QStringLiteral("toast"));
    QVERIFY(host.rect().contains(toast->geometry()));
    QVERIFY(toasts.undoLatest());
    QCOMPARE(triggered.size(), 1);
    QCOMPARE(triggered.first().first().toInt(), id);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(toasts.count(), 2);
    QVERIFY(!toasts.undoLatest()); // "Try again" would do something
    QCOMPARE(triggered.size(), 1);
}

void PartsTest::toastsEndAndStack()
{
    QWidget host;
    host.resize(600, 700);
    host.show();
    ToastHost toasts(m_theme, &host);
    QSignalSpy closed(&toasts, &ToastHost::closed);
    toasts.show({QStringLiteral("Short."), {}, SeverityLook::Ok, 10ms});
    QTRY_COMPARE(closed.size(), 1);
    for (int i = 0; i < 7; ++i)
        toasts.show({QString::number(i), {}, SeverityLook::Low, 0ms});
    QCOMPARE(toasts.count(), 5);
    QTRY_COMPARE(host.findChildren<QWidget *>(QStringLiteral("toast")).size(), 5);
    const auto all = host.findChildren<QWidget *>(QStringLiteral("toast"));
    for (qsizetype i = 1; i < all.size(); ++i)
        QVERIFY(!all[i]->geometry().intersects(all[i - 1]->geometry()));
}

QTEST_MAIN(PartsTest)
#include "tst_parts.moc"

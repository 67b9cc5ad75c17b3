// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What must be seen in every theme, and not by its hue alone.
#include "tests/widgets/widgetsamples.h"
#include "widgets/livetableview.h"
#include "widgets/panel.h"
#include "widgets/statvalue.h"
#include "widgets/toast.h"

#include <QApplication>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {

double stateLuminance(QRgb color)
{
    const auto linear = [](int part) {
        const double value = part / 255.0;
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color)) + 0.0722 * linear(qBlue(color));
}

double contrastOf(QRgb a, QRgb b)
{
    const double x = stateLuminance(a);
    const double y = stateLuminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

/// Pixels that differ so much in brightness that people see it without their colour (WCAG 1.4.11).
int clearlyOther(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += contrastOf(a.pixel(x, y), b.pixel(x, y)) >= 3 ? 1 : 0;
    }
    return count;
}

QImage shot(QWidget &widget)
{
    return widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

/// The strongest contrast to the ground that any pixel of the area has.
double bestContrast(const QImage &image, const QRect &area, QRgb ground)
{
    double best = 1;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            best = std::max(best, contrastOf(image.pixel(x, y), ground));
    }
    return best;
}

} // namespace

class StatesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void cleanup() { m_theme.chooseReducedMotion({}); }

    void aPressedToggleIsSeen_data() { themes(); }
    void aPressedToggleIsSeen()
    {
        QFETCH(int, id);
        m_theme.use(ThemeId(id));
        QToolButton button;
        button.setCheckable(true);
        button.setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button.setText(QStringLiteral("Open"));
        button.resize(button.sizeHint());
        button.show();
        const QSize before = button.sizeHint();
        const QImage up = shot(button);
        button.setChecked(true);
        const QImage down = shot(button);
        QCOMPARE(button.sizeHint(), before); // its neighbours stay where they are
        const int clear = clearlyOther(up, down);
        QVERIFY2(clear >= 60, qPrintable(QString::number(clear)));
    }

    /// Words on a selected row, also the quiet ones, stand out from it (WCAG 1.4.3 less what smoothing takes).
    void selectedRowsAreReadable_data() { themes(); }
    void selectedRowsAreReadable()
    {
        QFETCH(int, id);
        m_theme.use(ThemeId(id));
        QStandardItemModel model(1, 3);
        constexpr int muted = Qt::UserRole + 1;
        constexpr int state = Qt::UserRole + 2;
        for (int column = 0; column < 3; ++column) {
            model.setData(model.index(0, column), QLatin1String(column == 1 ? "Down" : "IIIIIIIIIIIIIIIIIIII"));
            model.setData(model.index(0, column), column == 0, muted);
            model.setData(model.index(0, column), int(StateLook::Down), state);
        }
        TableDelegate delegate(m_theme, {-1, state, muted, -1});
        delegate.setColumnKind(1, CellKind::State);
        for (int column = 0; column < 3; ++column) {
            QImage image(120, 28, QImage::Format_RGB32);
            QPainter painter(&image);
            QStyleOptionViewItem option;
            option.rect = image.rect();
            option.state = QStyle::State_Enabled | QStyle::State_Selected;
            delegate.paint(&painter, option, model.index(0, column));
            painter.end();
            const QRgb ground = m_theme.surface().selection.rgb();
            const double best = bestContrast(image, QRect(30, 2, 70, 24), ground);
            QVERIFY2(best >= 4.4, qPrintable(QStringLiteral("column %1: %2").arg(column).arg(best)));
        }
    }

    void aLowChipIsReadableOnTheSelection()
    {
        m_theme.use(ThemeId::HcLight);
        QImage image(80, 28, QImage::Format_RGB32);
        image.fill(m_theme.surface().selection);
        QPainter painter(&image);
        paintSeverityChip(painter, image.rect(), SeverityLook::Low, m_theme);
        painter.end();
        const QSize size = severityChipSize(SeverityLook::Low, m_theme);
        const QRgb ground = image.pixel(size.width() - 4, 14);
        QCOMPARE(QColor(ground), m_theme.surface().panel);
    }

    void addressesAreCutInTheMiddle()
    {
        m_theme.use(ThemeId::Dark);
        QStandardItemModel model(2, 1);
        const QString stem = QStringLiteral("https://a-very-long-name.example.org/and/a/very/long/path/");
        model.setData(model.index(0, 0), QString(stem + QStringLiteral("one")));
        model.setData(model.index(1, 0), QString(stem + QStringLiteral("two")));
        TableDelegate delegate(m_theme, {});
        const auto painted = [&](int row) {
            QImage image(160, 28, QImage::Format_RGB32);
            QPainter painter(&image);
            QStyleOptionViewItem option;
            option.rect = image.rect();
            option.state = QStyle::State_Enabled | QStyle::State_Selected; // no zebra
            delegate.paint(&painter, option, model.index(row, 0));
            return image;
        };
        QVERIFY(painted(0) == painted(1)); // cut at the right they look the same
        delegate.setColumnKind(0, CellKind::Address);
        QVERIFY(painted(0) != painted(1));
    }

    void annotationsHaveWords()
    {
        m_theme.use(ThemeId::Dark);
        TimeSeriesView view(m_theme);
        view.setLocale(QLocale::c());
        view.setTimeZone(QTimeZone::utc());
        view.resize(500, 200);
        view.setSeries({{QStringLiteral("cpu"), sampleCurve(200, 0, 0.5, 0.2)}});
        view.setRange(sampleNow() - 1h, sampleNow());
        view.show();
        const Timestamp at = sampleNow() - 30min;
        view.setAnnotations({{at, QString(), SeverityLook::High}});
        const QImage silent = shot(view);
        view.setAnnotations({{at, QStringLiteral("Deployed 4.2"), SeverityLook::High}});
        const QImage labelled = shot(view);
        QVERIFY(silent != labelled);
        QVERIFY2(view.accessibleDescription().contains(QStringLiteral("Deployed 4.2 14:22:07")),
                 qPrintable(view.accessibleDescription()));
        // The crosshair says it where the words had no room; away from it, it does not.
        const auto tipAt = [&](int x) {
            QMouseEvent move(QEvent::MouseMove, QPointF(x, 60), view.mapToGlobal(QPointF(x, 60)), Qt::NoButton,
                             Qt::NoButton, Qt::NoModifier);
            QApplication::sendEvent(&view, &move);
            return shot(view);
        };
        const int middle = view.plotRect().center().x();
        const QImage on = tipAt(middle);
        view.setAnnotations({{at, QStringLiteral("Rolled back to 4"), SeverityLook::High}});
        QVERIFY(tipAt(middle).copy(0, 0, 500, 60) != on.copy(0, 0, 500, 60));
    }

    /// Five messages about something else must not take the only way back.
    void anUndoOutlivesPlainMessages()
    {
        QWidget host;
        host.resize(800, 600);
        ToastHost toasts(m_theme, &host);
        QSignalSpy triggered(&toasts, &ToastHost::actionTriggered);
        const int undo
            = toasts.show({.text = QStringLiteral("Removed"), .action = QStringLiteral("Undo"), .undoes = true});
        for (int i = 0; i < 8; ++i)
            toasts.show({.text = QString::number(i), .action = {}});
        QCOMPARE(toasts.count(), 5);
        QVERIFY(toasts.undoLatest());
        QCOMPARE(triggered.first().first().toInt(), undo);
        for (int i = 0; i < 8; ++i)
            toasts.show({.text = QString::number(i), .action = QStringLiteral("Undo")});
        QCOMPARE(toasts.count(), 5);
    }

    /// What is below opaque content is not painted anew: nothing of it may show through.
    void staleContentHidesWhatWasThere()
    {
        m_theme.use(ThemeId::Dark);
        Panel panel(m_theme, QStringLiteral("Incidents"));
        auto *content = new QWidget;
        auto *opaque = new QWidget(content);
        opaque->setAutoFillBackground(true);
        opaque->setGeometry(0, 0, 400, 300);
        panel.setContent(content, false);
        panel.resize(300, 160);
        panel.show();
        panel.showStale(QStringLiteral("Data 4 s old"));
        const auto over = [&panel](const QColor &before) {
            QImage image(panel.size(), QImage::Format_RGB32);
            image.fill(before);
            panel.render(&image, {}, {}, QWidget::DrawChildren);
            return image.copy(40, 60, 200, 60);
        };
        QVERIFY(over(Qt::red) == over(Qt::green));
    }

    void theStaleBadgeLeavesTheTitle_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("tile") << 230;
        QTest::newRow("panel") << 420;
    }
    void theStaleBadgeLeavesTheTitle()
    {
        QFETCH(int, width);
        m_theme.use(ThemeId::Dark);
        const QString title = QStringLiteral("Recent changes");
        Panel panel(m_theme, title);
        panel.resize(width, 120);
        panel.show();
        panel.showContent();
        const QRect place(Theme::panelPadding, 4,
                          QFontMetrics(m_theme.ui(FontRole::BodyStrong)).horizontalAdvance(title), 20);
        const QImage before = shot(panel).copy(place);
        const QString sentence = QStringLiteral("Not up to date: nothing new for 12 minutes and 40 seconds.");
        panel.showStale(sentence);
        QVERIFY(shot(panel).copy(place) == before);
        QCOMPARE(panel.toolTip(), sentence);
        panel.showContent();
        QVERIFY(panel.toolTip().isEmpty());
    }

    void theSameSentenceStandsThereOnce()
    {
        QWidget host;
        host.resize(800, 600);
        ToastHost toasts(m_theme, &host);
        for (int i = 0; i < 4; ++i)
            toasts.show({.text = QStringLiteral("There is nothing to undo."), .action = {}});
        QCOMPARE(toasts.count(), 1);
    }

    void criticalRowsBlinkOnceASecond()
    {
        m_theme.use(ThemeId::Dark);
        QStandardItemModel model(2, 2);
        constexpr int severity = Qt::UserRole + 1;
        constexpr int pulse = Qt::UserRole + 2;
        for (int row = 0; row < 2; ++row) {
            for (int column = 0; column < 2; ++column) {
                model.setData(model.index(row, column), int(SeverityLook::Critical), severity);
                model.setData(model.index(row, column), row == 0, pulse);
            }
        }
        LiveTableView table(m_theme);
        table.setModel(&model);
        table.setItemDelegate(new TableDelegate(m_theme, {.severity = severity, .pulse = pulse}, &table));
        table.setColumns({{100}, {100}});
        table.setPulseRole(pulse);
        table.resize(300, 120);
        table.show();
        const QColor solid = m_theme.severity(SeverityLook::Critical).graphic;
        const auto bar = [&](int row) {
            const QImage image = shot(*table.viewport());
            return QColor(image.pixel(1, table.rowViewportPosition(row) + table.rowHeight(row) / 2));
        };
        QCOMPARE(bar(0), solid);
        QTRY_VERIFY(table.pulseIsLow());
        QVERIFY(bar(0) != solid);
        QCOMPARE(bar(1), solid); // acknowledged
        QTRY_VERIFY(!table.pulseIsLow());
        QCOMPARE(bar(0), solid);
        QTRY_VERIFY(table.pulseIsLow());
        m_theme.chooseReducedMotion(true);
        QVERIFY(!table.pulseIsLow());
        QVERIFY(!QTest::qWaitFor([&] { return table.pulseIsLow(); }, 1200));
        QCOMPARE(bar(0), solid);
    }

    void toastsStandAboveTheFieldThatIsWrittenIn()
    {
        QWidget host;
        host.resize(900, 600);
        QPlainTextEdit field(&host);
        field.setGeometry(500, 480, 380, 56);
        QLineEdit filter(&host);
        filter.setGeometry(500, 10, 380, 28);
        host.show();
        QVERIFY(QTest::qWaitForWindowActive(&host));
        filter.setFocus();
        ToastHost toasts(m_theme, &host);
        toasts.show({QStringLiteral("First."), {}, SeverityLook::Ok, 0ms});
        toasts.show({QStringLiteral("Second."), QStringLiteral("Undo"), SeverityLook::Ok, 0ms});
        const auto covered = [&](const QWidget &what) {
            const auto all = host.findChildren<QWidget *>(QStringLiteral("toast"));
            return std::any_of(all.begin(), all.end(),
                               [&](const QWidget *toast) { return toast->geometry().intersects(what.geometry()); });
        };
        QVERIFY(covered(field)); // nobody writes there
        field.setFocus();
        QTRY_VERIFY(!covered(field));
        toasts.show({QStringLiteral("Third."), {}, SeverityLook::Low, 0ms});
        QVERIFY(!covered(field));
        filter.setFocus();
        QTRY_VERIFY(covered(field));
        QVERIFY(!covered(filter));
    }

    void aNarrowTileSaysItsAgeShortly()
    {
        const QString sentence = QStringLiteral("Not up to date: nothing new for 9.3 s.");
        const QString age = QStringLiteral("9.3 s old");
        const auto tile = [this](int width, const QString &text, const QString &brief) {
            StatValue stat(m_theme, QStringLiteral("Critical"));
            stat.setValueText(QStringLiteral("3"));
            stat.setFreshness(Freshness::Stale, text, brief);
            stat.resize(width, stat.sizeHint().height());
            return shot(stat);
        };
        QCOMPARE(tile(120, sentence, age), tile(120, age, {}));
        QVERIFY(tile(120, sentence, age) != tile(120, sentence, {}));
        QCOMPARE(tile(600, sentence, age), tile(600, sentence, {}));
    }

private:
    static void themes()
    {
        QTest::addColumn<int>("id");
        for (std::size_t i = 0; i < themeCount; ++i)
            QTest::newRow(qPrintable(themeName(ThemeId(i)))) << int(i);
    }
    Theme m_theme;
};

QTEST_MAIN(StatesTest)
#include "tst_states.moc"

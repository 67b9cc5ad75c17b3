// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/navrail.h"
#include "widgets/panel.h"
#include "widgets/theme.h"
#include "widgets/vigiestyle.h"

#include <QApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QElapsedTimer>
#include <QFontInfo>
#include <QFontMetrics>
#include <QGridLayout>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <cmath>

using namespace vigie;

namespace {

double linear(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}
double ratioOf(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &c) {
        return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
    };
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

/// Answers like xdg-desktop-portal, on the session bus of the test.
class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    uint scheme {0};
    uint contrast {0};
    uint motion {0};

    void tell(const QString &key, uint value)
    {
        QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/portal/desktop"),
                                                         QStringLiteral("org.freedesktop.portal.Settings"),
                                                         QStringLiteral("SettingChanged"));
        signal << QStringLiteral("org.freedesktop.appearance") << key << QVariant::fromValue(QDBusVariant(value));
        QDBusConnection(QStringLiteral("portal")).send(signal);
    }

public Q_SLOTS:
    QDBusVariant Read(const QString &, const QString &key)
    {
        // Twice wrapped, as the portal does it.
        const uint value = key == QLatin1String("contrast") ? contrast
            : key == QLatin1String("reduced-motion")        ? motion
                                                            : scheme;
        return QDBusVariant(QVariant::fromValue(QDBusVariant(value)));
    }
};

class ThemeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void tokensAreComplete_data();
    void tokensAreComplete();
    void names();
    void fonts();
    void factor();
    void loadsFast();
    void switchesFast();
    void staysDarkWithoutPortal();
    void followsThePortal();
    void buttonLooks();

private:
    QProcess m_bus;
};

void ThemeTest::initTestCase()
{
    // A bus of our own, before anything asks for the session's.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    if (QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty())
        return;
    m_bus.start(QStringLiteral("dbus-daemon"),
                {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    QVERIFY(m_bus.waitForStarted());
    QTRY_VERIFY(m_bus.canReadLine());
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
}

void ThemeTest::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
    if (m_bus.state() == QProcess::NotRunning)
        return;
    m_bus.terminate();
    QVERIFY(m_bus.waitForFinished(5000));
}

void ThemeTest::tokensAreComplete_data()
{
    QTest::addColumn<int>("id");
    for (std::size_t i = 0; i < themeCount; ++i)
        QTest::newRow(qPrintable(themeName(ThemeId(i)))) << int(i);
}

void ThemeTest::tokensAreComplete()
{
    QFETCH(int, id);
    Theme theme;
    theme.use(ThemeId(id));
    const ThemeColors &c = theme.colors();
    for (const QColor &surface : {c.surface.canvas, c.surface.panel, c.surface.raised}) {
        for (const QColor &text : {c.text.primary, c.text.secondary, c.text.tertiary, c.text.link})
            QVERIFY2(ratioOf(text, surface) >= 4.5, qPrintable(text.name()));
        QVERIFY(ratioOf(c.border.focus, surface) >= 3);
        QVERIFY(ratioOf(c.border.strong, surface) >= 3);
    }
    QVERIFY(ratioOf(c.text.primary, c.surface.selection) >= 4.5);
    QVERIFY(ratioOf(c.accent.onFill, c.accent.fill) >= 4.5);
    for (const SeverityColors &severity : c.severity) {
        QVERIFY(ratioOf(severity.onFill, severity.graphic) >= 4.5);
        QVERIFY(ratioOf(severity.text, severity.subtle) >= 4.5);
    }
    for (const QColor &series : c.series)
        QVERIFY(ratioOf(series, c.surface.panel) >= 3);
    QVERIFY(c.chart.grid.isValid() && c.chart.axis.isValid() && c.chart.annotation.isValid());
    QVERIFY(c.chart.band.alpha() > 0 && c.chart.band.alpha() < 100);
    QVERIFY(c.chart.thresholdAlpha > 0 && c.chart.thresholdAlpha < 0.5);
    QCOMPARE(theme.palette().color(QPalette::Window), c.surface.canvas);
}

void ThemeTest::names()
{
    for (std::size_t i = 0; i < themeCount; ++i)
        QCOMPARE(themeFromName(themeName(ThemeId(i))), ThemeId(i));
    QCOMPARE(themeFromName(QStringLiteral("neon")), ThemeId::Dark);
}

void ThemeTest::fonts()
{
    const Theme theme;
    QCOMPARE(theme.ui(FontRole::Body).pixelSize(), 13);
    QCOMPARE(theme.ui(FontRole::H3).weight(), QFont::DemiBold);
    QCOMPARE(theme.ui(FontRole::Body).families().first(), QStringLiteral("Inter"));
    // Whatever font serves for numbers here, its digits have one width.
    const QFontMetrics metrics(theme.numeric(FontRole::Body));
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        QCOMPARE(metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(QChar(u'0')));
    if (QFontInfo(theme.ui(FontRole::Body)).family() != QLatin1String("Inter"))
        QSKIP("fonts-inter is not installed");
    if (!QFontInfo(theme.numeric(FontRole::Body)).family().startsWith(QLatin1String("JetBrains Mono")))
        QSKIP("fonts-jetbrains-mono is not installed");
}

void ThemeTest::factor()
{
    Theme theme;
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setFactor(5);
    QCOMPARE(theme.factor(), 2.0);
    QCOMPARE(theme.ui(FontRole::Body).pixelSize(), 26);
    QCOMPARE(theme.rowHeight(), 56);
    theme.setFactor(2.0);
    QCOMPARE(changed.size(), 1);
    theme.setFactor(0.8);
    QCOMPARE(theme.ui(FontRole::Caption).pixelSize(), 11);
}

void ThemeTest::loadsFast()
{
    double best = 1e9;
    for (int i = 0; i < 20; ++i) {
        QElapsedTimer timer;
        timer.start();
        const Theme theme;
        best = std::min(best, double(timer.nsecsElapsed()) / 1e6);
    }
    qInfo("tokens: %.2f ms", best);
    QVERIFY(best < 20);
}

void ThemeTest::switchesFast()
{
    Theme theme;
    theme.apply(*qApp);
    QWidget window;
    auto *grid = new QGridLayout(&window);
    for (int i = 0; i < 300; ++i) {
        QWidget *widget = nullptr;
        if (i % 3 == 0)
            widget = new QPushButton(QString::number(i), &window);
        else if (i % 3 == 1)
            widget = new QLineEdit(&window);
        else
            widget = new Panel(theme, QString::number(i), &window);
        grid->addWidget(widget, i / 15, i % 15);
    }
    window.resize(1600, 1000);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    double best = 1e9;
    for (int i = 0; i < 6; ++i) {
        QElapsedTimer timer;
        timer.start();
        theme.use(i % 2 == 0 ? ThemeId::Light : ThemeId::Dark);
        QCoreApplication::processEvents();
        best = std::min(best, double(timer.nsecsElapsed()) / 1e6);
        QCOMPARE(window.palette().color(QPalette::Window), theme.surface().canvas);
    }
    qInfo("theme switch, 300 widgets: %.1f ms", best);
    QVERIFY(best < 250);
}

void ThemeTest::staysDarkWithoutPortal()
{
    Theme theme;
    QSignalSpy changed(&theme, &Theme::changed);
    theme.followSystem();
    QVERIFY(theme.followsSystem());
    QVERIFY(!changed.wait(200));
    QCOMPARE(theme.id(), ThemeId::Dark);
}

void ThemeTest::followsThePortal()
{
    if (m_bus.state() != QProcess::Running)
        QSKIP("dbus-daemon is not installed");
    // Its own connection: the theme's calls go through the bus as they do in life.
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("portal"));
    FakePortal portal;
    portal.scheme = 2;
    portal.motion = 1;
    QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal,
                               QDBusConnection::ExportAllSlots));
    QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    Theme theme;
    theme.followSystem();
    QTRY_COMPARE(theme.id(), ThemeId::Light);
    QTRY_VERIFY(theme.reducesMotion());
    portal.tell(QStringLiteral("contrast"), 1);
    QTRY_COMPARE(theme.id(), ThemeId::HcLight);
    portal.tell(QStringLiteral("color-scheme"), 1);
    QTRY_COMPARE(theme.id(), ThemeId::HcDark);
    theme.use(ThemeId::Night);
    QVERIFY(!theme.followsSystem());
    QSignalSpy changed(&theme, &Theme::changed);
    portal.tell(QStringLiteral("color-scheme"), 2);
    QVERIFY(!changed.wait(200));
    QCOMPARE(theme.id(), ThemeId::Night);
    portal.tell(QStringLiteral("reduced-motion"), 0); // counts in every theme
    QTRY_VERIFY(!theme.reducesMotion());
    QCOMPARE(theme.id(), ThemeId::Night);
    theme.followSystem();
    QCOMPARE(theme.id(), ThemeId::HcLight); // known already
}

void ThemeTest::buttonLooks()
{
    QPushButton button;
    QCOMPARE(buttonLook(button), ButtonLook::Normal);
    setButtonLook(button, ButtonLook::Danger);
    QCOMPARE(buttonLook(button), ButtonLook::Danger);
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"

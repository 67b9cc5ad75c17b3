// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/appearancesettings.h"

#include "ui/shell/language.h"
#include "ui/shell/preferences.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <array>

namespace vigie {

namespace {
constexpr std::array themeChoices {ThemeChoice::System, ThemeChoice::Dark,   ThemeChoice::Light,
                                   ThemeChoice::Night,  ThemeChoice::HcDark, ThemeChoice::HcLight};
constexpr std::array textScales {80, 90, 100, 110, 125, 150, 175, 200};
constexpr std::array chartMinutes {15, 30, 60, 180, 360, 1440};

ThemeChoice choiceOf(ThemeId id)
{
    switch (id) {
    case ThemeId::Dark:
        return ThemeChoice::Dark;
    case ThemeId::Light:
        return ThemeChoice::Light;
    case ThemeId::HcDark:
        return ThemeChoice::HcDark;
    case ThemeId::HcLight:
        return ThemeChoice::HcLight;
    case ThemeId::Night:
        break;
    }
    return ThemeChoice::Night;
}

void choose(QComboBox &box, const QVariant &value)
{
    const QSignalBlocker quiet(box);
    box.setCurrentIndex(std::max(0, box.findData(value)));
}

/// A value that stands between the steps, from another version or by hand, gets a row of its own.
void chooseNumber(QComboBox &box, int value, const QString &text)
{
    const QSignalBlocker quiet(box);
    if (box.findData(value) < 0)
        box.addItem(text, value);
    box.setCurrentIndex(box.findData(value));
}

QString percentText(int percent)
{
    return QLocale().toString(percent) + QLatin1String(" %");
}
} // namespace

AppearanceSettings::AppearanceSettings(UiContext &context, QWidget *parent)
    : Panel(context.theme, {}, parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("settings.appearance"));
    auto *content = new QWidget(this);
    m_form = new QFormLayout(content);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(16);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto box = [&](const QString &name) {
        auto *made = new QComboBox(content);
        made->setObjectName(name);
        auto *label = new QLabel(content);
        label->setBuddy(made);
        m_form->addRow(label, made);
        return made;
    };
    m_theme = box(QStringLiteral("settings.theme"));
    m_themeHint = new QLabel(content);
    m_themeHint->setObjectName(QStringLiteral("settings.themeHint"));
    m_themeHint->setWordWrap(true);
    m_form->addRow(nullptr, m_themeHint);
    m_language = box(QStringLiteral("settings.language"));
    m_textScale = box(QStringLiteral("settings.textScale"));
    m_density = box(QStringLiteral("settings.density"));
    m_charts = box(QStringLiteral("settings.charts"));
    m_motion = box(QStringLiteral("settings.motion"));
    m_rail = new QCheckBox(content);
    m_rail->setObjectName(QStringLiteral("settings.rail"));
    m_form->addRow(nullptr, m_rail);
    setContent(content);
    fill();
    retranslate();
    themeChanged();
    connectControls();
    connect(&context.preferences, &Preferences::changed, this, &AppearanceSettings::showSettings);
    connect(&context.preferences, &Preferences::rowDensityChanged, this, &AppearanceSettings::showSettings);
}

void AppearanceSettings::fill()
{
    for (const ThemeChoice choice : themeChoices)
        m_theme->addItem(QString(), int(choice));
    m_language->addItem(QString(), QVariant(QString()));
    for (const QString &code : Language::available())
        m_language->addItem(Language::ownName(code), code);
    for (const int percent : textScales)
        m_textScale->addItem(QString(), percent);
    m_density->addItem(QString(), int(Preferences::RowDensity::Normal));
    m_density->addItem(QString(), int(Preferences::RowDensity::Compact));
    for (const int minutes : chartMinutes)
        m_charts->addItem(QString(), minutes);
    for (const MotionChoice choice : {MotionChoice::System, MotionChoice::Full, MotionChoice::Reduced})
        m_motion->addItem(QString(), int(choice));
}

void AppearanceSettings::connectControls()
{
    connect(m_theme, &QComboBox::currentIndexChanged, this, [this] {
        const auto theme = ThemeChoice(m_theme->currentData().toInt());
        m_context.preferences.update([theme](ConsoleSettings &settings) { settings.theme = theme; });
    });
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        const QString code = m_language->currentData().toString();
        m_context.preferences.update([code](ConsoleSettings &settings) { settings.language = code; });
    });
    connect(m_textScale, &QComboBox::currentIndexChanged, this, [this] {
        const int percent = m_textScale->currentData().toInt();
        m_context.preferences.update([percent](ConsoleSettings &settings) { settings.textScalePercent = percent; });
    });
    connect(m_density, &QComboBox::currentIndexChanged, this,
            [this] { m_context.preferences.setRowDensity(Preferences::RowDensity(m_density->currentData().toInt())); });
    connect(m_charts, &QComboBox::currentIndexChanged, this, [this] {
        const int minutes = m_charts->currentData().toInt();
        m_context.preferences.update(
            [minutes](ConsoleSettings &settings) { settings.chartRange = std::chrono::minutes(minutes); });
    });
    connect(m_motion, &QComboBox::currentIndexChanged, this, [this] {
        const auto motion = MotionChoice(m_motion->currentData().toInt());
        m_context.preferences.update([motion](ConsoleSettings &settings) { settings.motion = motion; });
    });
    connect(m_rail, &QCheckBox::toggled, this, [this](bool on) {
        m_context.preferences.update([on](ConsoleSettings &settings) { settings.railCollapsed = on; });
    });
}

void AppearanceSettings::showSettings()
{
    const ConsoleSettings &settings = m_context.preferences.settings();
    choose(*m_theme, int(settings.theme));
    showThemeHint();
    choose(*m_language, settings.language);
    const QString expected = settings.language.isEmpty() ? Language::ofDesktop() : settings.language;
    const QString current = QLocale().name().left(2);
    const bool overridden = Language::available().contains(current) && current != expected;
    setCaption(overridden
                   ? tr("%1 for this run", "a language, given on the command line").arg(Language::ownName(current))
                   : QString());
    chooseNumber(*m_textScale, settings.textScalePercent, percentText(settings.textScalePercent));
    choose(*m_density, int(m_context.preferences.rowDensity()));
    const int minutes = int(settings.chartRange.count());
    chooseNumber(*m_charts, minutes, tr("%n minutes", nullptr, minutes));
    choose(*m_motion, int(settings.motion));
    const QSignalBlocker quiet(m_rail);
    m_rail->setChecked(settings.railCollapsed);
}

void AppearanceSettings::themeChanged()
{
    m_themeHint->setFont(theme().ui(FontRole::Small));
    QPalette quiet = m_themeHint->palette();
    quiet.setColor(QPalette::WindowText, theme().text().secondary);
    m_themeHint->setPalette(quiet);
    showThemeHint();
}

/// What is seen, where it is not simply what is set.
void AppearanceSettings::showThemeHint()
{
    const ThemeChoice set = m_context.preferences.settings().theme;
    const QString seen = m_theme->itemText(m_theme->findData(int(choiceOf(theme().id()))));
    QString hint;
    if (set == ThemeChoice::System && theme().followsSystem())
        hint = tr("The desktop asks for: %1.", "a theme").arg(seen);
    else if (theme().followsSystem())
        hint = tr("For this run the command line asks to follow the desktop: %1.", "a theme").arg(seen);
    else if (set != choiceOf(theme().id()))
        hint = tr("For this run the command line asks for: %1.", "a theme").arg(seen);
    // The row stays where it is: QFormLayout of Qt 6.4 does not bear hidden rows with wrapped text.
    m_themeHint->setText(hint);
}

void AppearanceSettings::retranslate()
{
    Panel::retranslate();
    setTitle(tr("Appearance"));
    const auto label = [this](QWidget *field, const QString &text) {
        qobject_cast<QLabel *>(m_form->labelForField(field))->setText(text);
        field->setAccessibleName(text);
    };
    label(m_theme, tr("Theme"));
    label(m_language, tr("Language"));
    label(m_textScale, tr("Size of text and rows"));
    label(m_density, tr("Table rows"));
    label(m_charts, tr("Charts of the overview"));
    label(m_motion, tr("Blinking of critical incidents"));
    m_rail->setText(tr("Show the page list as icons only"));
    const QStringList themes {
        tr("As the desktop"),      tr("Dark"), tr("Light"), tr("Night"), tr("High contrast, dark"),
        tr("High contrast, light")};
    for (int i = 0; i < themes.size(); ++i)
        m_theme->setItemText(i, themes[i]);
    m_language->setItemText(0, tr("As the desktop"));
    for (int i = 0; i < m_textScale->count(); ++i)
        m_textScale->setItemText(i, percentText(m_textScale->itemData(i).toInt()));
    m_motion->setItemText(0, tr("As the desktop"));
    m_motion->setItemText(1, tr("Once a second", "how critical incidents blink"));
    m_motion->setItemText(2, tr("Never", "how critical incidents blink"));
    m_density->setItemText(0, tr("Normal", "height of table rows"));
    m_density->setItemText(1, tr("Compact", "height of table rows"));
    for (int i = 0; i < m_charts->count(); ++i) {
        const int minutes = m_charts->itemData(i).toInt();
        m_charts->setItemText(
            i, minutes < 60 ? tr("%n minutes", nullptr, minutes) : tr("%n hours", nullptr, minutes / 60));
    }
    showSettings();
}

} // namespace vigie

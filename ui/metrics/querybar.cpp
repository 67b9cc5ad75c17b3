// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/querybar.h"

#include "backend/client/session.h"
#include "backend/domain/time.h"
#include "ui/shell/actionregistry.h"
#include "widgets/accessiblenames.h"
#include "widgets/icons.h"
#include "widgets/vigiestyle.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace vigie {

namespace {
constexpr std::array<std::chrono::minutes, 5> fixedRanges {std::chrono::minutes(15), std::chrono::minutes(60),
                                                           std::chrono::minutes(360), std::chrono::minutes(1440),
                                                           std::chrono::minutes(10080)};
constexpr int customRange = int(fixedRanges.size());

Timestamp momentOf(const QDateTimeEdit &edit)
{
    return fromMicros(edit.dateTime().toMSecsSinceEpoch() * 1000);
}
} // namespace

std::optional<int> placeInMessage(const QString &message)
{
    static const QRegularExpression ours(QStringLiteral("\\bcolumn ([0-9]{1,6})\\b"));
    static const QRegularExpression theirs(QStringLiteral("\\b1:([0-9]{1,6}):"));
    for (const QRegularExpression &shape : {ours, theirs}) {
        const QRegularExpressionMatch match = shape.match(message);
        if (match.hasMatch())
            return std::max(0, match.captured(1).toInt() - 1);
    }
    return {};
}

QueryBar::QueryBar(UiContext &context, QWidget *parent)
    : ThemedWidget(context.theme, parent)
    , m_context(context)
    , m_source(new QComboBox(this))
    , m_expression(new QLineEdit(this))
    , m_run(new QPushButton(this))
    , m_mistake(new QLabel(this))
    , m_range(new QComboBox(this))
    , m_from(new QDateTimeEdit(this))
    , m_to(new QDateTimeEdit(this))
    , m_compare(new QCheckBox(this))
    , m_live(new QCheckBox(this))
    , m_export(new QPushButton(this))
{
    setObjectName(QStringLiteral("metrics.bar"));
    build();
    fillRanges();
    themeChanged();
    retranslate();
    rangeChosen();
}

void QueryBar::build()
{
    m_source->setObjectName(QStringLiteral("metrics.source"));
    m_expression->setObjectName(QStringLiteral("metrics.expression"));
    m_expression->setClearButtonEnabled(true);
    m_run->setObjectName(QStringLiteral("metrics.run"));
    setButtonLook(*m_run, ButtonLook::Primary);
    m_mistake->setObjectName(QStringLiteral("metrics.mistake"));
    m_mistake->setTextFormat(Qt::PlainText);
    m_mistake->setWordWrap(true);
    m_mistake->hide();
    m_range->setObjectName(QStringLiteral("metrics.range"));
    m_from->setObjectName(QStringLiteral("metrics.from"));
    m_to->setObjectName(QStringLiteral("metrics.to"));
    m_compare->setObjectName(QStringLiteral("metrics.compare"));
    m_live->setObjectName(QStringLiteral("metrics.live"));
    m_live->setChecked(true);
    m_export->setObjectName(QStringLiteral("metrics.export"));
    m_export->setIcon(themedIcon(theme(), QStringLiteral("document-export")));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::panelGap);
    auto *first = new QHBoxLayout;
    first->addWidget(m_source);
    first->addWidget(m_expression, 1);
    first->addWidget(m_run);
    auto *second = new QHBoxLayout;
    second->setSpacing(12);
    second->addWidget(m_range);
    second->addWidget(m_from);
    second->addWidget(m_to);
    second->addWidget(m_compare);
    second->addWidget(m_live);
    second->addStretch(1);
    second->addWidget(m_export);
    layout->addLayout(first);
    layout->addWidget(m_mistake);
    layout->addLayout(second);
    connect(m_expression, &QLineEdit::returnPressed, this, &QueryBar::changed);
    connect(m_expression, &QLineEdit::textEdited, this, [this] { showMistake({}); });
    connect(m_run, &QPushButton::clicked, this, &QueryBar::changed);
    connect(m_source, &QComboBox::activated, this, [this] {
        showPlaceholder();
        Q_EMIT changed();
    });
    connect(m_range, &QComboBox::activated, this, &QueryBar::rangeChosen);
    connect(m_compare, &QCheckBox::toggled, this, &QueryBar::changed);
    connect(m_live, &QCheckBox::toggled, this, &QueryBar::changed);
    for (QDateTimeEdit *edit : {m_from, m_to})
        connect(edit, &QDateTimeEdit::editingFinished, this, &QueryBar::changed);
    connect(m_export, &QPushButton::clicked, this, &QueryBar::exportRequested);
}

void QueryBar::fillRanges()
{
    for (int i = 0; i <= customRange; ++i)
        m_range->addItem(rangeWord(i));
    m_range->setCurrentIndex(1);
    for (QDateTimeEdit *edit : {m_from, m_to})
        edit->setCalendarPopup(true);
}

QString QueryBar::rangeWord(int index) const
{
    switch (index) {
    case 0:
        return tr("Last 15 min");
    case 1:
        return tr("Last hour");
    case 2:
        return tr("Last 6 h");
    case 3:
        return tr("Last 24 h");
    case 4:
        return tr("Last 7 days");
    default:
        return tr("From … to …");
    }
}

void QueryBar::rangeChosen()
{
    const bool custom = m_range->currentIndex() == customRange;
    if (custom && m_lastRange != customRange)
        proposeSpan();
    m_lastRange = m_range->currentIndex();
    m_from->setVisible(custom);
    m_to->setVisible(custom);
    m_live->setEnabled(!custom);
    Q_EMIT changed();
}

/// What was on the chart until now is where a look at a part of it begins.
void QueryBar::proposeSpan()
{
    const auto span = fixedRanges[std::size_t(std::clamp(m_lastRange, 0, customRange - 1))];
    const Timestamp now = m_context.clock.now() + m_context.session.clockOffset();
    m_to->setDateTime(QDateTime::fromMSecsSinceEpoch(toMicros(now) / 1000));
    m_from->setDateTime(QDateTime::fromMSecsSinceEpoch(toMicros(now - span) / 1000));
}

MetricQuery QueryBar::query() const
{
    MetricQuery out;
    out.expression = m_expression->text().trimmed();
    const std::string source = m_source->currentData().toString().toStdString();
    if (!source.empty())
        out.prometheus = SourceId {source};
    out.compare = m_compare->isChecked();
    const int range = std::max(0, m_range->currentIndex());
    if (range < customRange) {
        out.window = fixedRanges[std::size_t(range)];
        out.live = m_live->isChecked();
        return out;
    }
    const Timestamp from = std::min(momentOf(*m_from), momentOf(*m_to));
    const Timestamp to = std::max(momentOf(*m_from), momentOf(*m_to));
    out.span = {from, std::max(to, from + std::chrono::minutes(1))};
    out.window = out.span->second - out.span->first;
    out.live = false;
    return out;
}

void QueryBar::setExpression(const QString &expression, const std::optional<SourceId> &prometheus)
{
    m_expression->setText(expression);
    const QString id = prometheus ? QString::fromStdString(prometheus->value) : QString();
    m_source->setCurrentIndex(std::max(0, m_source->findData(id)));
    showPlaceholder();
    showMistake({});
}

void QueryBar::setSources(const std::map<SourceId, SourceStatus> &sources)
{
    std::vector<std::pair<QString, QString>> wanted {{tr("Vigie's own metrics"), QString()}}; // name, id
    for (const auto &[id, source] : sources) {
        if (source.kind == SourceKind::Prometheus)
            wanted.emplace_back(QString::fromStdString(source.name), QString::fromStdString(id.value));
    }
    bool same = m_source->count() == int(wanted.size());
    for (int i = 0; same && i < m_source->count(); ++i)
        same = m_source->itemText(i) == wanted[std::size_t(i)].first
            && m_source->itemData(i).toString() == wanted[std::size_t(i)].second;
    if (same)
        return;
    const QVariant chosen = m_source->currentData();
    m_source->clear();
    for (const auto &[name, id] : wanted)
        m_source->addItem(name, id);
    m_source->setCurrentIndex(std::max(0, m_source->findData(chosen)));
    m_source->setVisible(m_source->count() > 1);
    showPlaceholder();
}

void QueryBar::showPlaceholder()
{
    const bool prometheus = !m_source->currentData().toString().isEmpty();
    m_expression->setPlaceholderText(prometheus
                                         ? tr("PromQL, for example rate(http_requests_total[5m])")
                                         : tr("Metric, for example host_load1 or probe_success{probe=\"shop\"}"));
}

void QueryBar::setWindow(Duration window)
{
    const auto found = std::ranges::find(fixedRanges, window);
    if (found == fixedRanges.end())
        return;
    m_range->setCurrentIndex(int(found - fixedRanges.begin()));
    rangeChosen();
}

void QueryBar::setCompare(bool on)
{
    m_compare->setChecked(on);
}

void QueryBar::setLive(bool on)
{
    if (m_live->isEnabled())
        m_live->setChecked(on);
}

void QueryBar::focusExpression()
{
    m_expression->setFocus();
    m_expression->selectAll();
}

void QueryBar::showMistake(const QString &message)
{
    m_mistake->setText(message);
    m_mistake->setVisible(!message.isEmpty());
    if (message.isEmpty())
        return;
    if (const auto place = placeInMessage(message)) {
        const int at = std::min(*place, int(m_expression->text().size()));
        m_expression->setFocus();
        m_expression->setCursorPosition(at);
        if (at < m_expression->text().size())
            m_expression->setSelection(at, 1);
    }
}

void QueryBar::themeChanged()
{
    m_expression->setFont(theme().numeric(FontRole::Code));
    QPalette palette = m_mistake->palette();
    palette.setColor(QPalette::WindowText, theme().severity(SeverityLook::Critical).text);
    m_mistake->setPalette(palette);
}

void QueryBar::retranslate()
{
    if (m_source->count() > 0)
        m_source->setItemText(0, tr("Vigie's own metrics"));
    nameComboBox(*m_source, tr("Where to ask"));
    showPlaceholder();
    m_expression->setAccessibleName(tr("Query"));
    nameClearButton(*m_expression);
    m_run->setText(tr("Show"));
    for (int i = 0; i < m_range->count(); ++i)
        m_range->setItemText(i, rangeWord(i));
    nameComboBox(*m_range, tr("Time range"));
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    m_compare->setText(tr("Compare with yesterday"));
    m_live->setText(tr("Live"));
    m_live->setToolTip(tr("Goes on with what arrives."));
    m_export->setText(tr("Export as CSV…"));
    for (QDateTimeEdit *edit : {m_from, m_to}) {
        edit->setLocale(QLocale());
        edit->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    }
}

} // namespace vigie

// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpwindow.h"

#include <QDesktopServices>
#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QLocale>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextTable>
#include <QUrl>

// NOLINTNEXTLINE(misc-use-anonymous-namespace): Q_INIT_RESOURCE must stand outside of any namespace
static void initHelpResources()
{
    Q_INIT_RESOURCE(vigie_help);
}

namespace vigie {

namespace {
QString helpLanguage()
{
    switch (QLocale().language()) {
    case QLocale::German:
        return QStringLiteral("de");
    case QLocale::French:
        return QStringLiteral("fr");
    default:
        return QStringLiteral("en");
    }
}

/// Markdown gives tables no room; the tokens' spacing does.
void spaceTables(QTextDocument &document, const QColor &border)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextTable *table = QTextCursor(block).currentTable();
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setCellPadding(5);
        format.setCellSpacing(0);
        format.setBorder(1);
        format.setBorderBrush(border);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderCollapse(true);
        table->setFormat(format);
    }
}
} // namespace

HelpView::HelpView(UiContext &context, QWidget *parent)
    : ThemedWidget(context.theme, parent)
    , m_list(new QListWidget(this))
    , m_text(new QTextBrowser(this))
    , m_topic(QStringLiteral("overview"))
{
    initHelpResources();
    setObjectName(QStringLiteral("helpView"));
    setWindowFlags(Qt::Window);
    resize(context.theme.px(880), context.theme.px(640));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_list->setObjectName(QStringLiteral("help.topics"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_text->setObjectName(QStringLiteral("help.text"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    layout->addWidget(m_list);
    layout->addWidget(m_text, 1);
    for (const QString &one : topics()) {
        auto *item = new QListWidgetItem(m_list);
        item->setData(Qt::UserRole, one);
    }
    connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item && item->data(Qt::UserRole).toString() != m_topic) {
            m_topic = item->data(Qt::UserRole).toString();
            load();
        }
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, &HelpView::follow);
    themeChanged();
    retranslate();
}

QStringList HelpView::topics()
{
    return {QStringLiteral("overview"), QStringLiteral("incidents"), QStringLiteral("metrics"),
            QStringLiteral("sources"),  QStringLiteral("settings"),  QStringLiteral("connect-prometheus"),
            QStringLiteral("keyboard")};
}

QString HelpView::topicTitle(const QString &topic)
{
    if (topic == QLatin1String("incidents"))
        return tr("Incidents");
    if (topic == QLatin1String("metrics"))
        return tr("Metrics");
    if (topic == QLatin1String("sources"))
        return tr("Sources");
    if (topic == QLatin1String("settings"))
        return tr("Settings");
    if (topic == QLatin1String("connect-prometheus"))
        return tr("Connecting Prometheus");
    if (topic == QLatin1String("keyboard"))
        return tr("Keyboard");
    return tr("Overview");
}

void HelpView::openTopic(const QString &topic)
{
    m_topic = topics().contains(topic) ? topic : QStringLiteral("overview");
    load();
    show();
    raise();
    activateWindow();
    m_text->setFocus();
}

void HelpView::load()
{
    m_list->setCurrentRow(int(topics().indexOf(m_topic)));
    QFile file(QLatin1String(":/vigie/help/") + helpLanguage() + QLatin1Char('/') + m_topic + QLatin1String(".md"));
    if (!file.open(QIODevice::ReadOnly)) {
        m_text->setPlainText(tr("This page of the help is missing."));
        return;
    }
    m_text->setMarkdown(QString::fromUtf8(file.readAll()));
    spaceTables(*m_text->document(), theme().border().weak);
    m_text->document()->setDocumentMargin(theme().px(20));
}

void HelpView::follow(const QUrl &link)
{
    if (link.scheme() == QLatin1String("topic"))
        openTopic(link.path());
    else if (link.scheme() == QLatin1String("https"))
        QDesktopServices::openUrl(link);
}

void HelpView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        ThemedWidget::keyPressEvent(event);
}

void HelpView::themeChanged()
{
    m_text->setFont(theme().ui(FontRole::Body));
    m_text->document()->setDefaultFont(theme().ui(FontRole::Body));
    m_list->setFixedWidth(theme().px(210));
    load();
}

void HelpView::retranslate()
{
    setWindowTitle(tr("Help – Vigie"));
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setText(topicTitle(m_list->item(i)->data(Qt::UserRole).toString()));
    m_list->setAccessibleName(tr("Topics"));
    m_text->setAccessibleName(tr("Help text"));
    load();
}

} // namespace vigie

// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpactions.h"

#include "ui/help/helpwindow.h"
#include "ui/page.h"
#include "ui/shell/actionregistry.h"

#include <QPointer>

#include <memory>

namespace vigie {

namespace {
/// Without a better answer: the page that is seen in the window.
QString visiblePage(const QWidget &window)
{
    for (const Page *page : window.findChildren<Page *>()) {
        if (page->isVisible())
            return page->id();
    }
    return {};
}
} // namespace

void addHelpActions(UiContext &context, QWidget *window, std::function<QString()> currentPage)
{
    auto view = std::make_shared<QPointer<HelpView>>();
    const auto open = [&context, window, view](const QString &topic) {
        if (!*view)
            *view = new HelpView(context, window);
        (*view)->openTopic(topic);
    };
    const auto category = [] { return HelpView::tr("Help"); };
    context.actions.add({.id = QStringLiteral("help.page"),
                         .title = [] { return HelpView::tr("Help for this page"); },
                         .category = category,
                         .keys = QStringLiteral("F1"),
                         .keywords = QStringLiteral("manual documentation")},
                        window, [open, window, currentPage = std::move(currentPage)] {
                            open(currentPage ? currentPage() : visiblePage(*window));
                        });
    for (const QString &topic : HelpView::topics()) {
        context.actions.add({.id = QLatin1String("help.") + topic,
                             .title = [topic] { return HelpView::tr("Help: %1").arg(HelpView::topicTitle(topic)); },
                             .category = category,
                             .keywords = QStringLiteral("manual documentation")},
                            window, [open, topic] { open(topic); });
    }
}

} // namespace vigie

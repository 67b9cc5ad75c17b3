// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uicontext.h"
#include "widgets/panel.h"

namespace vigie {

class FactList;

/// Where this console keeps things, and what it knows of the daemon behind it.
class DataSettings : public Panel {
    Q_OBJECT
public:
    explicit DataSettings(UiContext &context, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    void showFacts();
    UiContext &m_context;
    FactList *m_facts;
};

/// Version, licence, parts.
class AboutSettings : public Panel {
    Q_OBJECT
public:
    explicit AboutSettings(UiContext &context, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    FactList *m_facts;
};

} // namespace vigie

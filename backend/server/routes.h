// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/jsonreader.h"
#include "backend/domain/wire.h"
#include "backend/server/queryreader.h"
#include "backend/server/router.h"
#include "backend/server/services.h"

/// What the route files share.
namespace vigie::routes {

/// Answers with the wire form of a value, or with the problem.
template<typename T>
void answer(const Responder &responder, const Result<T> &result, int status = 200)
{
    if (result)
        responder.json(wire::text(*result), status);
    else
        responder.problem(result.error());
}

/// The body as JSON; an empty one is an empty object when the route allows it.
inline Result<Json> bodyOf(const Request &request)
{
    if (request.body.empty() && request.route->info.body == BodyUse::Optional)
        return Json(Json::Object {});
    return parseJson(request.body);
}

} // namespace vigie::routes

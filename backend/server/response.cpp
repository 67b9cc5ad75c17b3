// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/response.h"

#include "backend/domain/json.h"
#include "backend/domain/wire.h"

namespace vigie {

Response Response::json(std::string body, int status)
{
    Response out;
    out.status = status;
    out.body = std::move(body);
    return out;
}

Response Response::noContent()
{
    Response out;
    out.status = 204;
    return out;
}

Response problem(int status, const Error &error, std::string_view requestId)
{
    const std::string code(errorCodeName(error.code));
    Json document;
    document.set("type", "urn:vigie:error:" + code);
    document.set("title", code);
    document.set("status", status);
    document.set("detail", error.detail);
    document.set("code", code);
    if (!error.field.empty())
        document.set("field", error.field);
    document.set("requestId", requestId);
    Response out;
    out.status = status;
    out.contentType = "application/problem+json";
    out.body = document.dump();
    return out;
}

Response problem(const Error &error, std::string_view requestId)
{
    return problem(wire::httpStatus(error.code), error, requestId);
}

std::string_view reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 421:
        return "Misdirected Request";
    case 422:
        return "Unprocessable Content";
    case 426:
        return "Upgrade Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "";
    }
}

} // namespace vigie

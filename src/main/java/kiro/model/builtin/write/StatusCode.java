package kiro.model.builtin.write;

/// Statuses as `MockMvc` checks them.
final class StatusCode {
    private StatusCode() {}

    /// The check of a status; Spring 7 renamed the one for 422.
    static String check(int code, int bootMajor) {
        String name =
                switch (code) {
                    case 200 -> "isOk()";
                    case 201 -> "isCreated()";
                    case 202 -> "isAccepted()";
                    case 204 -> "isNoContent()";
                    case 400 -> "isBadRequest()";
                    case 401 -> "isUnauthorized()";
                    case 403 -> "isForbidden()";
                    case 404 -> "isNotFound()";
                    case 409 -> "isConflict()";
                    case 410 -> "isGone()";
                    case 415 -> "isUnsupportedMediaType()";
                    case 422 ->
                            bootMajor >= 4 ? "isUnprocessableContent()" : "isUnprocessableEntity()";
                    case 429 -> "isTooManyRequests()";
                    default -> "is(" + code + ")";
                };
        return "status()." + name;
    }
}

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::error::AppError;

pub struct Caller {
    pub id: i64,
}

impl<S> FromRequestParts<S> for Caller {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let header = parts.headers.get("authorization").ok_or(AppError::Unauthorized)?;
        let text = header.to_str().map_err(|_| AppError::Unauthorized)?;
        if !text.starts_with("Bearer ") {
            return Err(AppError::Unauthorized);
        }
        Ok(Caller { id: 1 })
    }
}

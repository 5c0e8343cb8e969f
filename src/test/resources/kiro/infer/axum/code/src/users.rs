use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use sqlx::PgPool;
use validator::Validate;

use crate::auth::Caller;
use crate::error::AppError;

const MAX_NAME: usize = 50;

#[derive(Deserialize, Validate)]
pub struct NewUser {
    #[validate(length(min = 1, max = 50))]
    name: String,
    #[validate(email)]
    email: String,
}

pub fn router() -> Router<PgPool> {
    Router::new()
        .route("/", post(create))
        .route("/{id}", get(show).delete(remove).put(rename))
}

async fn create(
    State(pool): State<PgPool>,
    Json(user): Json<NewUser>,
) -> Result<StatusCode, AppError> {
    if user.name.len() > MAX_NAME {
        return Err(AppError::Invalid("the name is too long".into()));
    }
    sqlx::query("insert into users (name) values ($1)")
        .bind(user.name)
        .execute(&pool)
        .await
        .map_err(|_| AppError::Database)?;
    Ok(StatusCode::CREATED)
}

async fn show(State(pool): State<PgPool>, Path(id): Path<i64>) -> Result<Json<String>, AppError> {
    let name = find(&pool, id).await.ok_or(AppError::NotFound)?;
    Ok(Json(name))
}

async fn remove(State(pool): State<PgPool>, Path(id): Path<i64>) -> StatusCode {
    sqlx::query("delete from users where id = $1").bind(id).execute(&pool).await.ok();
    StatusCode::NO_CONTENT
}

async fn rename(
    caller: Caller,
    State(pool): State<PgPool>,
    Path(id): Path<i64>,
    name: String,
) -> Result<StatusCode, AppError> {
    sqlx::query("update users set name = $2 where id = $1")
        .bind(id)
        .execute(&pool)
        .await
        .on_constraint("users_name_key", |_| AppError::Taken)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn find(pool: &PgPool, id: i64) -> Option<String> {
    sqlx::query_scalar("select name from users where id = $1").bind(id).fetch_one(pool).await.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_unknown_user_is_not_found() {
        let response = app()
            .oneshot(Request::builder().uri("/users/17").body(Body::empty()).unwrap())
            .await
            .unwrap();
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
    }
}

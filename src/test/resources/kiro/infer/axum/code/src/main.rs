mod auth;
mod error;
mod users;

use axum::{routing::get, Router};

#[tokio::main]
async fn main() {
    let app = Router::new()
        .route("/health", get(|| async { "ok" }))
        .nest("/users", users::router());
    let listener = tokio::net::TcpListener::bind(std::env::var("ADDR").unwrap()).await.unwrap();
    axum::serve(listener, app).await.unwrap();
}

mod todos;

use actix_web::{web, App, HttpServer};

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    HttpServer::new(|| {
        App::new()
            .app_data(web::JsonConfig::default().limit(4096))
            .service(web::scope("/api").configure(todos::config))
    })
    .bind(("127.0.0.1", 8080))?
    .run()
    .await
}

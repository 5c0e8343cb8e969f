use actix_web::{get, post, web, HttpResponse, Responder};

pub fn config(cfg: &mut web::ServiceConfig) {
    cfg.service(list)
        .service(create)
        .route("/todos/{id}", web::delete().to(remove));
}

#[get("/todos")]
async fn list() -> impl Responder {
    HttpResponse::Ok().json(Vec::<String>::new())
}

#[post("/todos")]
async fn create(todo: web::Json<String>) -> impl Responder {
    if todo.is_empty() {
        return HttpResponse::BadRequest().body("a title is required");
    }
    HttpResponse::Created().finish()
}

async fn remove(id: web::Path<u32>) -> HttpResponse {
    if *id == 0 {
        return HttpResponse::NotFound().finish();
    }
    HttpResponse::NoContent().finish()
}

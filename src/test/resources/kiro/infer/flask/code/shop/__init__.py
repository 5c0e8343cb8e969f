from flask import Flask

from .carts import bp
from .errors import CartFull


def create_app():
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = 1024
    app.register_blueprint(bp, url_prefix="/carts")

    @app.errorhandler(CartFull)
    def cart_full(error):
        return {"error": str(error)}, 409

    return app

// Starts the page once its content is there.
import { createApp } from "vue";
import App from "./App.vue";
import "./main.css";

const response = await fetch("content.json");
createApp(App, { content: await response.json() }).mount("#app");

"use strict";

const POLL_MILLIS = 3000;
const AIR_MILLIS = 30000;
const REFERENCE_MILLIS = 300000;
const SHOWN = 60;
const NATURAL = new Intl.Collator("en", { numeric: true });

const DOMAINS = {
  traffic: { lead: "vehicle_count", more: ["average_speed", "congestion_level", "pcu_per_hour", "level_of_service"] },
  pollution: { lead: "pm25", more: ["pm10", "no2", "so2", "o3", "co", "nh3"] },
  water: { lead: "flow_rate", more: ["pressure_bar", "consumption_liters", "tank_level", "free_chlorine", "turbidity", "ph"] },
  agriculture: { lead: "soil_moisture", more: ["soil_temperature", "ndvi", "irrigation_mm", "temperature", "humidity"] },
  market: { lead: "modal_price", more: ["min_price", "max_price", "arrivals_tonnes"] },
  weather: { lead: "temperature", more: ["humidity", "rainfall_mm", "wind_speed", "wind_direction", "pressure_hpa", "solar_radiation"] },
};

const UNITS = {
  average_speed: "km/h", congestion_level: "/ 100", pcu_per_hour: "PCU/h",
  pm25: "µg/m³", pm10: "µg/m³", no2: "µg/m³", so2: "µg/m³", o3: "µg/m³", co: "mg/m³", nh3: "µg/m³",
  flow_rate: "L/s", pressure_bar: "bar", consumption_liters: "L", tank_level: "m", free_chlorine: "mg/L", turbidity: "NTU",
  soil_moisture: "%", soil_temperature: "°C", irrigation_mm: "mm", temperature: "°C", humidity: "%",
  modal_price: "₹/q", min_price: "₹/q", max_price: "₹/q", arrivals_tonnes: "t",
  rainfall_mm: "mm", wind_speed: "m/s", wind_direction: "°", pressure_hpa: "hPa", solar_radiation: "W/m²",
};

const WORDS = {
  en: {
    subtitle: "The town, as its sensors see it now", skip: "Skip to the values", alerts: "Alerts", air: "Air quality index",
    airNote: "National AQI (CPCB): running means of 24 hours, ozone and CO 8 hours.", api: "For programs:",
    traffic: "Traffic", pollution: "Air, as measured", water: "Water", agriculture: "Fields", market: "Mandi prices", weather: "Weather",
    live: "Live · {0}", away: "No connection: values of {0}", tables: "from the tables",
    stale: "stale", simulated: "simulated", sensor: "1 sensor", sensors: "{0} sensors", shown: "{0} of {1} sensors", none: "No readings yet.",
    now: "now", seconds: "{0} s ago", minutes: "{0} min ago", hours: "{0} h ago", days: "{0} days ago",
    good: "Good", satisfactory: "Satisfactory", moderate: "Moderate", poor: "Poor", very_poor: "Very Poor", severe: "Severe",
    noIndex: "No index", because: "mostly {0}", partial: "hour still running", beyond: "beyond the scale",
    fewer_than_three_pollutants: "fewer than three pollutants", no_particulate: "no PM2.5 or PM10", under_16_of_24_hours: "fewer than 16 of 24 hours",
    under_6_of_8_hours: "fewer than 6 of 8 hours", unit_unknown: "unit not known", quality_rejected: "readings rejected", not_computed_yet: "not computed yet",
    critical: "⬣ Critical", high: "▲ High", medium: "◆ Medium", low: "● Low",
    vehicle_count: "Vehicles", average_speed: "Speed", congestion_level: "Congestion", pcu_per_hour: "Flow", level_of_service: "Level of service",
    flow_rate: "Flow", pressure_bar: "Pressure", consumption_liters: "Used", tank_level: "Tank", free_chlorine: "Chlorine", turbidity: "Turbidity", ph: "pH",
    soil_moisture: "Soil moisture", soil_temperature: "Soil temperature", ndvi: "NDVI", irrigation_mm: "Irrigation", temperature: "Temperature", humidity: "Humidity",
    modal_price: "Usual price", min_price: "Lowest", max_price: "Highest", arrivals_tonnes: "Arrivals",
    rainfall_mm: "Rain", wind_speed: "Wind", wind_direction: "Wind from", pressure_hpa: "Air pressure", solar_radiation: "Sun",
  },
  hi: {
    subtitle: "शहर, जैसा उसके सेंसर अभी देख रहे हैं", skip: "सीधे मानों पर जाएँ", alerts: "चेतावनियाँ", air: "वायु गुणवत्ता सूचकांक",
    airNote: "राष्ट्रीय AQI (CPCB): 24 घंटे के चल औसत, ओज़ोन और CO के 8 घंटे।", api: "प्रोग्राम के लिए:",
    traffic: "यातायात", pollution: "हवा, मापी हुई", water: "पानी", agriculture: "खेत", market: "मंडी भाव", weather: "मौसम",
    live: "लाइव · {0}", away: "संपर्क नहीं: {0} के मान", tables: "तालिकाओं से",
    stale: "पुराना", simulated: "अनुकृत", sensor: "1 सेंसर", sensors: "{0} सेंसर", shown: "{1} में से {0} सेंसर", none: "अभी कोई माप नहीं।",
    now: "अभी", seconds: "{0} से. पहले", minutes: "{0} मिनट पहले", hours: "{0} घंटे पहले", days: "{0} दिन पहले",
    good: "अच्छा", satisfactory: "संतोषजनक", moderate: "मध्यम", poor: "खराब", very_poor: "बहुत खराब", severe: "गंभीर",
    noIndex: "सूचकांक नहीं", because: "मुख्यतः {0}", partial: "घंटा अभी जारी", beyond: "पैमाने से ऊपर",
    fewer_than_three_pollutants: "तीन से कम प्रदूषक", no_particulate: "PM2.5 या PM10 नहीं", under_16_of_24_hours: "24 में से 16 घंटे से कम",
    under_6_of_8_hours: "8 में से 6 घंटे से कम", unit_unknown: "इकाई ज्ञात नहीं", quality_rejected: "माप अस्वीकृत", not_computed_yet: "अभी गणना नहीं हुई",
    critical: "⬣ अति गंभीर", high: "▲ उच्च", medium: "◆ मध्यम", low: "● निम्न",
    vehicle_count: "वाहन", average_speed: "गति", congestion_level: "भीड़", pcu_per_hour: "प्रवाह", level_of_service: "सेवा स्तर",
    flow_rate: "प्रवाह", pressure_bar: "दाब", consumption_liters: "खपत", tank_level: "टंकी", free_chlorine: "क्लोरीन", turbidity: "गंदलापन", ph: "pH",
    soil_moisture: "मिट्टी की नमी", soil_temperature: "मिट्टी का तापमान", ndvi: "NDVI", irrigation_mm: "सिंचाई", temperature: "तापमान", humidity: "आर्द्रता",
    modal_price: "प्रचलित भाव", min_price: "न्यूनतम", max_price: "अधिकतम", arrivals_tonnes: "आवक",
    rainfall_mm: "वर्षा", wind_speed: "हवा", wind_direction: "हवा की दिशा", pressure_hpa: "वायुदाब", solar_radiation: "धूप",
  },
  gu: {
    subtitle: "શહેર, જેવું તેના સેન્સર અત્યારે જુએ છે", skip: "સીધા મૂલ્યો પર જાઓ", alerts: "ચેતવણીઓ", air: "હવા ગુણવત્તા આંક",
    airNote: "રાષ્ટ્રીય AQI (CPCB): 24 કલાકની ચાલુ સરેરાશ, ઓઝોન અને CO 8 કલાક.", api: "પ્રોગ્રામ માટે:",
    traffic: "ટ્રાફિક", pollution: "હવા, માપેલી", water: "પાણી", agriculture: "ખેતરો", market: "મંડી ભાવ", weather: "હવામાન",
    live: "લાઇવ · {0}", away: "જોડાણ નથી: {0} ના મૂલ્યો", tables: "કોષ્ટકોમાંથી",
    stale: "જૂનું", simulated: "અનુકરણ", sensor: "1 સેન્સર", sensors: "{0} સેન્સર", shown: "{1} માંથી {0} સેન્સર", none: "હજી કોઈ માપ નથી.",
    now: "હમણાં", seconds: "{0} સે. પહેલાં", minutes: "{0} મિનિટ પહેલાં", hours: "{0} કલાક પહેલાં", days: "{0} દિવસ પહેલાં",
    good: "સારું", satisfactory: "સંતોષકારક", moderate: "મધ્યમ", poor: "ખરાબ", very_poor: "ખૂબ ખરાબ", severe: "ગંભીર",
    noIndex: "આંક નથી", because: "મુખ્યત્વે {0}", partial: "કલાક હજી ચાલુ", beyond: "માપપટ્ટી ઉપર",
    fewer_than_three_pollutants: "ત્રણથી ઓછા પ્રદૂષક", no_particulate: "PM2.5 કે PM10 નથી", under_16_of_24_hours: "24 માંથી 16 કલાકથી ઓછા",
    under_6_of_8_hours: "8 માંથી 6 કલાકથી ઓછા", unit_unknown: "એકમ અજ્ઞાત", quality_rejected: "માપ નકારાયા", not_computed_yet: "હજી ગણાયું નથી",
    critical: "⬣ અતિ ગંભીર", high: "▲ ઊંચું", medium: "◆ મધ્યમ", low: "● નીચું",
    vehicle_count: "વાહનો", average_speed: "ઝડપ", congestion_level: "ભીડ", pcu_per_hour: "પ્રવાહ", level_of_service: "સેવા સ્તર",
    flow_rate: "પ્રવાહ", pressure_bar: "દબાણ", consumption_liters: "વપરાશ", tank_level: "ટાંકી", free_chlorine: "ક્લોરિન", turbidity: "ડહોળાશ", ph: "pH",
    soil_moisture: "જમીનનો ભેજ", soil_temperature: "જમીનનું તાપમાન", ndvi: "NDVI", irrigation_mm: "સિંચાઈ", temperature: "તાપમાન", humidity: "ભેજ",
    modal_price: "પ્રચલિત ભાવ", min_price: "સૌથી ઓછો", max_price: "સૌથી વધુ", arrivals_tonnes: "આવક",
    rainfall_mm: "વરસાદ", wind_speed: "પવન", wind_direction: "પવનની દિશા", pressure_hpa: "હવાનું દબાણ", solar_radiation: "તડકો",
  },
};

const QUANTITY_NAMES = { pm25: "PM2.5", pm10: "PM10", no2: "NO₂", so2: "SO₂", o3: "O₃", co: "CO", nh3: "NH₃" };

const asked = new URLSearchParams(location.search).get("lang");
let language = asked || localStorage.getItem("language") || (navigator.language || "en").slice(0, 2);
if (!WORDS[language]) language = "en";
const sensors = new Map();
const places = new Map();
const SEVERITIES = ["critical", "high", "medium", "low"]; // the worst first; of equals the newest, as they come
const ALERTS_SHOWN = 4;
const latest = {};
let air = [];
let alerts = { list: [], active: 0 };
let lastGood = 0;
let reached = true;
let fromTables = false;

function say(key, ...values) {
  const text = WORDS[language][key] || QUANTITY_NAMES[key] || key;
  return text.replace(/\{(\d)\}/g, (_, i) => values[i]);
}

function number(value, digits) {
  return new Intl.NumberFormat(`${language}-IN-u-nu-latn`, { maximumFractionDigits: digits }).format(value);
}

function figure(name, value) {
  if (typeof value !== "number") return value;
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return number(value, digits);
}

function clock(millis) {
  return new Intl.DateTimeFormat(`${language}-IN-u-nu-latn`, { timeZone: "Asia/Kolkata", hour: "2-digit", minute: "2-digit",
    second: "2-digit", hour12: false }).format(millis) + " IST";
}

function age(timestamp) {
  const seconds = Math.round((Date.now() - Date.parse(timestamp)) / 1000);
  if (seconds < 5) return say("now");
  if (seconds < 90) return say("seconds", seconds);
  if (seconds < 5400) return say("minutes", Math.round(seconds / 60));
  if (seconds < 172800) return say("hours", Math.round(seconds / 3600));
  return say("days", Math.round(seconds / 86400));
}

function el(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function named(names, id) {
  return (names && names[language]) || id;
}

function tag(text, className) {
  return el("span", "tag" + (className ? " " + className : ""), text);
}

function withUnit(node, name, value) {
  node.append(figure(name, value));
  if (UNITS[name]) node.append(" ", el("span", "unit", UNITS[name]));
  return node;
}

function congestion(level) {
  const bar = el("div", "bar");
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  rect.setAttribute("width", `${Math.max(0, Math.min(100, level))}%`);
  rect.setAttribute("height", "8");
  rect.setAttribute("fill", level < 30 ? "#2f7fb8" : level < 60 ? "#d9b26a" : level < 80 ? "#f07f09" : "#8f1d1d");
  svg.append(rect);
  bar.append(svg);
  return bar;
}

function card(domain, item) {
  const sensor = sensors.get(item.sensor_id);
  const place = places.get(item.place_id);
  const node = el("article", "card" + (item.stale ? " stale" : ""));
  const title = el("h3", "", named(place && place.names, item.place_id) + " ");
  title.append(el("span", "id", item.sensor_id));
  node.append(title);
  const shape = DOMAINS[domain];
  const metrics = item.metrics;
  const lead = metrics[shape.lead] !== undefined ? shape.lead : shape.more.find((name) => metrics[name] !== undefined);
  if (lead) {
    const line = el("div", "lead");
    line.append(el("span", "name", say(lead)));
    node.append(withUnit(line, lead, metrics[lead]));
  }
  if (typeof metrics.congestion_level === "number") node.append(congestion(metrics.congestion_level));
  const list = el("dl");
  for (const name of shape.more) {
    if (name === lead || metrics[name] === undefined) continue;
    list.append(el("dt", "", say(name)), withUnit(el("dd"), name, metrics[name]));
  }
  if (list.children.length) node.append(list);
  const foot = el("div", "foot");
  foot.append(el("time", "", age(item.timestamp)));
  if (item.stale) foot.append(tag(say("stale"), "old"));
  if ((sensor && sensor.simulated) || (item.quality || []).includes("simulated")) foot.append(tag(say("simulated")));
  node.append(foot);
  return node;
}

function drawDomain(domain) {
  const answer = latest[domain];
  let section = document.getElementById("domain-" + domain);
  if (!section) {
    section = el("section");
    section.id = "domain-" + domain;
    document.getElementById("domains").append(section);
  }
  const items = answer ? answer.data.slice().sort((a, b) => NATURAL.compare(a.sensor_id, b.sensor_id)) : [];
  const title = el("h2", "", say(domain));
  const shown = Math.min(items.length, SHOWN);
  title.append(el("small", "", shown < items.length ? say("shown", shown, number(items.length, 0)) : say(shown === 1 ? "sensor" : "sensors", shown)));
  const grid = el("div", "grid");
  items.slice(0, SHOWN).forEach((item) => grid.append(card(domain, item)));
  section.replaceChildren(title, items.length ? grid : el("p", "empty", say("none")));
}

function drawAir() {
  const section = document.getElementById("air");
  section.hidden = air.length === 0;
  section.querySelector(".stations").replaceChildren(...air.map(({ id, item }) => {
    const code = item.category ? item.category.toLowerCase().replace(" ", "_") : "";
    const node = el("article", "aqi " + code);
    node.append(el("h3", "", named((places.get(id) || {}).names, id)));
    const row = el("div", "row");
    if (item.aqi === null) {
      row.append(el("span", "word", say("noIndex")));
      node.append(row, el("p", "", (item.reason || "").split(" ").filter(Boolean).map((code) => say(code)).join(", ")));
    } else {
      row.append(el("span", "value", number(item.aqi, 0)), el("span", "word", say(code)));
      node.append(row, el("p", "", say("because", item.prominent_pollutant)));
      if (item.beyond_scale) node.append(el("p", "", say("beyond")));
    }
    node.append(el("p", "", clock(Date.parse(item.timestamp)).replace(/:\d\d(?= )/, "") + (item.provisional ? " · " + say("partial") : "")));
    return node;
  }));
}

function drawAlerts() {
  const section = document.getElementById("alerts");
  section.hidden = alerts.list.length === 0;
  section.querySelector("small").textContent = alerts.active;
  section.querySelector("ul").replaceChildren(...alerts.list.map((alert) => {
    const node = el("li", alert.severity);
    node.append(el("strong", "", say(alert.severity) + " · "), alert.title);
    node.append(el("p", "", named((places.get(alert.place_id) || {}).names, alert.place_id) + " · " + age(alert.created_at)));
    return node;
  }));
}

function drawState() {
  const state = document.getElementById("state");
  state.className = reached ? "" : "away";
  state.textContent = (reached ? say("live", clock(lastGood)) : say("away", lastGood ? clock(lastGood) : "–"))
    + (fromTables ? " · " + say("tables") : "");
}

function drawAll() {
  document.documentElement.lang = language;
  document.querySelectorAll("[data-text]").forEach((node) => { node.textContent = say(node.dataset.text); });
  document.querySelectorAll("[data-language]").forEach((node) => {
    node.setAttribute("aria-pressed", String(node.dataset.language === language));
  });
  Object.keys(DOMAINS).forEach(drawDomain);
  drawAir();
  drawAlerts();
  drawState();
}

async function get(path) {
  const answer = await fetch(path, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

async function pollLatest() {
  const results = await Promise.allSettled(Object.keys(DOMAINS).map(async (domain) => {
    latest[domain] = await get(`v1/data/${domain}/latest`);
  }));
  reached = results.some((result) => result.status === "fulfilled");
  fromTables = Object.values(latest).some((answer) => answer.source === "tables");
  if (reached) lastGood = Date.now();
  Object.keys(DOMAINS).forEach(drawDomain);
  drawState();
}

async function pollAir() {
  const stations = [...new Set([...sensors.values()].filter((s) => s.domain === "pollution").map((s) => s.place_id))].sort(NATURAL.compare);
  const found = await Promise.allSettled(stations.slice(0, 12).map(async (id) => {
    const answer = await get(`v1/data/pollution?station=${encodeURIComponent(id)}&parameter=AQI&hours=24`);
    return { id, item: answer.data[answer.data.length - 1] };
  }));
  air = found.filter((f) => f.status === "fulfilled" && f.value.item).map((f) => f.value);
  drawAir();
  const answer = await get("v1/alerts?status=active&per_page=200");
  const worst = answer.data.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  alerts = { list: worst.slice(0, ALERTS_SHOWN), active: answer.pagination.total };
  drawAlerts();
}

async function pollReference() {
  const answer = await get("v1/sensors");
  answer.features.forEach((feature) => sensors.set(feature.id, feature.properties));
  await Promise.allSettled(["roads", "zones", "stations", "fields", "mandis", "weather-stations"].map(async (kind) => {
    (await get("v1/" + kind)).features.forEach((feature) => places.set(feature.id, feature.properties));
  }));
}

function repeat(work, millis) {
  const run = async () => {
    if (!document.hidden) {
      try { await work(); } catch (problem) { reached = reached && !(problem instanceof TypeError); drawState(); }
    }
    setTimeout(run, millis);
  };
  return run();
}

document.querySelectorAll("[data-language]").forEach((button) => button.addEventListener("click", () => {
  language = button.dataset.language;
  history.replaceState(null, "", "?lang=" + language);
  localStorage.setItem("language", language);
  drawAll();
}));

drawAll();
repeat(pollReference, REFERENCE_MILLIS).then(() => {
  repeat(pollLatest, POLL_MILLIS);
  repeat(pollAir, AIR_MILLIS);
});

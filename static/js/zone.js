// A sheet marked data-zone-sheet: a click adds the place to the points, and the shape is drawn anew.
// Without scripts the points are typed, and the page shows the shape once it is saved.
(function () {
  "use strict";

  const SHAPES = "http://www.w3.org/2000/svg";
  const FEET_A_METER = 3.280839895;

  document.querySelectorAll("svg[data-zone-sheet]").forEach((sheet) => {
    const points = document.getElementById(sheet.dataset.points);
    const feet = document.getElementById(sheet.dataset.feet);
    const layer = sheet.querySelector("[data-zone-layer]");
    const number = (name) => parseFloat(sheet.dataset[name]);
    const size = sheet.viewBox.baseVal;

    function typed() {
      return points.value.split("\n").map((line) => line.split(/[\s,;]+/).map(parseFloat))
        .filter((pair) => pair.length >= 2 && pair.every(Number.isFinite))
        .map(([north, east]) => [
          size.width / 2 + (east - number("east")) * number("degreeX"),
          size.height / 2 - (north - number("north")) * number("degreeY"),
        ]);
    }

    function add(kind, attributes) {
      const made = document.createElementNS(SHAPES, kind);
      Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
      layer.appendChild(made);
    }

    function draw() {
      layer.replaceChildren();
      const places = typed();
      if (!places.length) {
        return;
      }
      const shape = document.querySelector("input[name=shape]:checked");
      const kind = shape ? shape.value : "circle";
      const buffer = (parseFloat(feet.value) || 0) / FEET_A_METER / number("metersAPixel");
      const line = places.map((place) => place.join(",")).join(" ");
      if (kind === "circle") {
        add("circle", { cx: places[0][0], cy: places[0][1], r: buffer, class: "ots-zone" });
      } else if (kind === "polygon") {
        add("polygon", { points: line, class: "ots-zone" });
      } else {
        add("polyline", { points: line, class: "ots-zone ots-zone--way", "stroke-width": 2 * buffer });
      }
      places.forEach(([x, y]) => add("circle", { cx: x, cy: y, r: 4, class: "ots-zone__point" }));
    }

    sheet.addEventListener("click", (event) => {
      const place = new DOMPoint(event.clientX, event.clientY)
        .matrixTransform(sheet.getScreenCTM().inverse());
      const east = number("east") + (place.x - size.width / 2) / number("degreeX");
      const north = number("north") - (place.y - size.height / 2) / number("degreeY");
      const before = points.value.trim();
      points.value = `${before}${before ? "\n" : ""}${north.toFixed(6)}, ${east.toFixed(6)}`;
      draw();
    });
    document.querySelectorAll("form").forEach((form) => form.addEventListener("input", draw));
    draw();
  });
}());

# After: an apply uploads the code, and Canary moves the alias. Its permissions and event sources stay as they are.
resource "aws_lambda_function" "orders" {
  function_name    = "orders"
  role             = aws_iam_role.orders.arn
  runtime          = "python3.13"
  handler          = "orders.handler"
  filename         = "orders.zip"
  source_code_hash = filebase64sha256("orders.zip")
  publish          = true
}

resource "aws_lambda_alias" "live" {
  name             = "live"
  function_name    = aws_lambda_function.orders.function_name
  function_version = aws_lambda_function.orders.version

  lifecycle {
    # The traffic and Canary's mark. Without one of them an apply in the middle of a rollout would set the alias.
    ignore_changes = [function_version, routing_config, description]
  }
}

resource "aws_lambda_event_source_mapping" "inbox" {
  event_source_arn = aws_sqs_queue.inbox.arn
  function_name    = aws_lambda_alias.live.arn
}

# The hash of what was uploaded: canary start --code-sha256 "$(terraform output -raw code_sha256)"
output "code_sha256" {
  value = aws_lambda_function.orders.code_sha256
}
